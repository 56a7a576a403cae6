import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-script.ts';

/** What a person found in a paper. */
export interface PaperFacts {
	readonly title: string;
	readonly abstract: string;
	/** What it introduces. */
	readonly system: string | null;
	/** Other forms of the name that are right too. */
	readonly aliases: readonly string[];
	readonly links: readonly string[];
}

/** The papers of which a person noted facts. */
export const paperFacts: readonly PaperFacts[] = readFileSync(
	join(root, 'tests/fixtures/paper-facts.jsonl'),
	'utf8',
)
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as PaperFacts);
