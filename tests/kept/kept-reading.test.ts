import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readContent, readLexicon } from '../../src/disk/content-folder.ts';
import { openResults } from '../../src/kept/kept-results.ts';
import type { Content } from '../../src/model/content.ts';
import { reread, runPipeline } from '../../src/pipeline.ts';
import { planIngest } from '../../src/pipeline/plans.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { temporaryFolder } from '../support/folders.ts';
import { toyFolder } from '../support/toy-archive.ts';

const kinds = ['restored', 'names', 'odds', 'topics', 'abstracts'] as const;

const lexicon = await readLexicon();

/** A project that keeps what is found out of an archive. */
async function startProject() {
	const root = await temporaryFolder();
	const open = () => openResults(root, 'content');
	/** Read an archive as a build does; gives how many results of each kind it made. */
	const read = (content: Content) => {
		const { keep, save, count } = open();
		const view = runPipeline(content, lexicon, { keep });
		save();
		return { view, count, made: kinds.map((kind) => count(kind).made) };
	};
	return { open, read };
}

function newDump(...papers: readonly (readonly [title: string, abstract: string])[]) {
	const value = writeDump('Apr 7', papers);
	const file = new VFile({ path: `${toyFolder}/dumps/dump.txt`, value });
	return { file, sha256: 'f'.repeat(64), year: 2027 };
}

test('a dump more has the texts of its own papers read, and no others', async () => {
	const { read } = await startProject();
	const content = await readContent(toyFolder);
	expect(Math.min(...read(content).made)).toBeGreaterThan(50);
	expect(read(content).made).toEqual([0, 0, 0, 0, 0]);
	const dump = newDump(['A question of sequences', abstractNumber(7)]);
	const { content: grown } = planIngest(await readContent(toyFolder), [dump], lexicon);
	const { view, made } = read(grown);
	// A title and an abstract.
	expect(made).toEqual([2, 1, 1, 1, 1]);
	expect(view).toEqual(runPipeline(grown, lexicon));
});

test('a build has no names judged that the ingest before it gave addresses', async () => {
	const { open, read } = await startProject();
	const { keep, save } = open();
	const dump = newDump([
		'TokenNet: Sequences',
		'We propose TokenNet, a model. TokenNet is fast.',
	]);
	const plan = planIngest(await readContent(toyFolder), [dump], lexicon, keep);
	save();
	expect(plan.names).toContain('tokennet');
	const { view, count } = read(reread(plan.content));
	expect(count('judged')).toEqual({ all: 1, made: 0 });
	expect(count('wordings').made).toBe(0);
	expect(count('names').all).toBe(0);
	expect(view).toEqual(runPipeline(reread(plan.content), lexicon));
});

test('an ingest reckons of its own dumps alone by what papers are told apart', async () => {
	const { open } = await startProject();
	/** Ingest a dump as a command does; gives the content that comes of it, and of how many dumps it reckoned. */
	const ingest = (content: Content, number: number) => {
		const { keep, save, count } = open();
		const file = newDump([`A question of ${number} sequences`, abstractNumber(number)]);
		const dump = { ...file, sha256: String(number).repeat(64), year: 2020 + number };
		const plan = planIngest(content, [dump], lexicon, keep);
		save();
		return { content: reread(plan.content), made: count('sketches').made };
	};
	const first = ingest(await readContent(toyFolder), 7);
	expect(first.made).toBe(first.content.dumps.length);
	const second = ingest(first.content, 8);
	expect(second.made).toBe(1);
	expect(ingest(second.content, 8).made).toBe(0);
});
