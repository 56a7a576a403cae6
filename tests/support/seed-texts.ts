import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { root } from './run-script.ts';

const folder = join(root, 'content/dumps');

/** The abstracts of the seeds, by title. */
export const seedAbstracts: ReadonlyMap<string, string> = new Map(
	readdirSync(folder).flatMap((name) =>
		parseDump(new VFile({ value: readFileSync(join(folder, name)) }))!.entries.map(
			({ title, abstract }) => [title.text, abstract.text] as const,
		),
	),
);
