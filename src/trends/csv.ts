import { stringify } from 'csv-stringify/sync';
import type { Table } from './trend-tables.ts';

/**
 * A table as CSV (RFC 4180): UTF-8, a line of names first, lines that end with CRLF. A text that a spreadsheet would take
 * for a formula (`=1+1`) has an apostrophe before it, because titles come from others.
 */
export function csv({ columns, rows }: Table): string {
	const lines = [columns.map(({ name }) => name), ...rows];
	return lines.map((cells) => `${cells.map(formatCell).join(',')}\r\n`).join('');
}

/** A count stands as it is: a large archive has a hundred thousand, and looking into each would take longer than all else. */
function formatCell(cell: string | number): string {
	if (typeof cell === 'number') return String(cell);
	return stringify([[cell]], { eof: false, escape_formulas: true, quoted_match: /[\r\n]/ });
}
