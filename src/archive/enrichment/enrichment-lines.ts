import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import { enrichmentLine, type EnrichmentLine } from '../../model/enrichment.ts';
import type { PaperId } from '../../model/id.ts';
import { readJsonObject } from '../json-line.ts';

/**
 * Read what is known of papers beside the feed, by paper: of several lines of one the last counts, but one by
 * hand before all others, and one that a person reviewed before those that nobody did. What is no such line, or
 * of no paper of the ledger, is reported on the file.
 */
export function parseEnrichment(
	file: VFile,
	isKnown: (id: PaperId) => boolean,
): Map<PaperId, EnrichmentLine> {
	const lines = new Map<PaperId, EnrichmentLine>();
	for (const [index, text] of String(file).split('\n').entries()) {
		if (text.trim() === '') continue;
		const line = parseLine(text, index + 1, file);
		if (!line) continue;
		if (!isKnown(line.paper)) refuse(file, index + 1, line.paper, 'a paper of the ledger');
		const other = lines.get(line.paper);
		if (!other || rank(line) >= rank(other)) lines.set(line.paper, line);
	}
	return lines;
}

function rank({ by, reviewed }: EnrichmentLine): number {
	if (by === 'hand') return 2;
	return reviewed ? 1 : 0;
}

function parseLine(text: string, number: number, file: VFile): EnrichmentLine | undefined {
	const value = readJsonObject(text);
	const { data, error } = enrichmentLine.safeParse(value);
	const [issue] = error?.issues ?? [];
	if (!issue) return data;
	const key = issue.path[0] ?? ('keys' in issue ? issue.keys[0] : undefined);
	if (key === undefined || !value) refuse(file, number, text, issue.message);
	else {
		const found = `${String(key)}: ${JSON.stringify(value[String(key)]) ?? 'nothing'}`;
		const expected = 'keys' in issue ? 'a key that has a meaning here' : issue.message;
		// Where the key stands; where the line begins, if it is missing.
		const column = Math.max(0, text.indexOf(JSON.stringify(key))) + 1;
		refuse(file, number, found, expected, column);
	}
	return undefined;
}

function refuse(file: VFile, line: number, found: string, expected: string, column = 1): void {
	report(file, 'invalid-enrichment-line', found, { line, column }, { expected });
}

/** The text of lines, each with its line end. */
export function formatEnrichment(lines: readonly EnrichmentLine[]): string {
	return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
