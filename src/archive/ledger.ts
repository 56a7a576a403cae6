import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { isDigestId, isPaperId } from '../model/id.ts';
import type { Ledger, LedgerLine, WordingKey } from '../model/ledger.ts';
import { readJsonObject } from './json-line.ts';

/**
 * Read a ledger, one JSON object a line; a line that is there twice counts once. Lines that are not
 * the ledger's are reported on the file.
 */
export function parseLedger(file: VFile): Ledger {
	const seen = new Set<string>();
	return String(file)
		.split('\n')
		.flatMap((text, index): LedgerLine[] => {
			if (text === '' || seen.has(text)) return [];
			seen.add(text);
			const line = parseLine(text);
			if (line) return [{ ...line, line: index + 1 }];
			report(file, 'invalid-ledger-line', text, { line: index + 1, column: 1 });
			return [];
		});
}

function parseLine(text: string): LedgerLine | undefined {
	const { id, digest, title, abstract } = readJsonObject(text) ?? {};
	if (typeof id !== 'string' || !isPaperId(id)) return undefined;
	if (typeof digest !== 'string' || !isDigestId(digest)) return undefined;
	if (typeof title !== 'string' || typeof abstract !== 'string') return undefined;
	return { id, digest, title, abstract };
}

/** The text of ledger lines, each with its line end. */
export function formatLedger(lines: readonly LedgerLine[]): string {
	return lines
		.map(
			({ id, digest, title, abstract }) =>
				JSON.stringify({ id, digest, title, abstract }) + '\n',
		)
		.join('');
}

/** One string for a wording, to look it up by. Neither part of a key can hold a line end. */
export function wordingId({ title, abstract }: WordingKey): string {
	return `${abstract}\n${title}`;
}
