import { stringify } from 'csv-stringify/sync';
import type { Table } from './trend-tables.ts';

/**
 * A table as CSV (RFC 4180): UTF-8, a line of names first, lines that end with CRLF. A text that a spreadsheet would take
 * for a formula (`=1+1`) has an apostrophe before it, because titles come from others.
 */
export function csv({ columns, rows }: Table): string {
	return stringify([columns.map(({ name }) => name), ...rows], {
		record_delimiter: 'windows',
		escape_formulas: true,
		quoted_match: /[\r\n]/,
	});
}
