import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-script.ts';

const facts = readFileSync(join(root, 'tests/fixtures/paper-facts.jsonl'), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as { title: string; abstract: string });

/** The abstracts of the papers of which a person noted facts, by title. */
export const seedAbstracts: ReadonlyMap<string, string> = new Map(
	facts.map(({ title, abstract }) => [title, abstract]),
);
