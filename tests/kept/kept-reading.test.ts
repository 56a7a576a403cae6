import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readContent, readLexicon } from '../../src/disk/content-folder.ts';
import { openResults } from '../../src/kept/kept-results.ts';
import type { Content } from '../../src/model/content.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { planIngest } from '../../src/pipeline/plans.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { temporaryFolder } from '../support/folders.ts';
import { toyFolder } from '../support/toy-archive.ts';

const kinds = ['restored', 'names', 'odds', 'topics', 'abstracts'] as const;

test('a dump more has the texts of its own papers read, and no others', async () => {
	const root = await temporaryFolder();
	const lexicon = await readLexicon();
	/** Read an archive as a build does; gives how many results of each kind it made. */
	const read = (content: Content) => {
		const { keep, save, count } = openResults(root, 'content');
		const view = runPipeline(content, lexicon, { keep });
		save();
		return { view, made: kinds.map((kind) => count(kind).made) };
	};
	const content = await readContent(toyFolder);
	expect(Math.min(...read(content).made)).toBeGreaterThan(50);
	expect(read(content).made).toEqual([0, 0, 0, 0, 0]);
	const path = `${toyFolder}/dumps/dump.txt`;
	const value = writeDump('Apr 7', [['A question of sequences', abstractNumber(7)]]);
	const dump = { file: new VFile({ path, value }), sha256: 'f'.repeat(64), year: 2027 };
	const { content: grown } = planIngest(await readContent(toyFolder), [dump], lexicon);
	const { view, made } = read(grown);
	// A title and an abstract.
	expect(made).toEqual([2, 1, 1, 1, 1]);
	expect(view).toEqual(runPipeline(grown, lexicon));
});
