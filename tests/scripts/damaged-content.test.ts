import { cp, lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correct } from '../../scripts/correct.ts';
import { ingest } from '../../scripts/ingest.ts';
import { verify } from '../../scripts/verify.ts';
import { readContent } from '../../src/disk/content-folder.ts';
import { asWritten } from '../../src/disk/plain-text.ts';
import { createArchiveSource } from '../../src/loaders/archive-source.ts';
import { readArchive } from '../../src/pipeline.ts';
import { defaults, useSettings } from '../../src/site.ts';
import { callScript } from '../support/call-script.ts';
import { damageFile, damageNames, placedDamages } from '../support/damages.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { sharedFolder, temporaryFolder } from '../support/folders.ts';
import { figure, isLong } from '../support/sizes.ts';
import { toyFolder } from '../support/toy-archive.ts';

const folder = sharedFolder();
const [whole, older, next] = ['whole', 'older', 'next.txt'].map((name) => join(folder, name)) as [
	string,
	string,
	string,
];

const byHand: Readonly<Record<string, string>> = {
	'topics.yaml':
		'topics:\n  linear attention: [linear transformers]\n  state space models: [SSMs]\n',
	'systems.yaml': 'names:\n  - GLUE\nnot:\n  - GPU\n',
	'watch.yaml': 'questions:\n  attention:\n    name: Attention\n    query: attention\n',
	'site.yaml': 'name: Mathprint\ntagline: An archive\nlanguage: en\n',
};
const written = ['dumps.sha256', 'ledger.jsonl', 'names.jsonl', 'register.jsonl'];
const decided = ['corrections.yaml', 'enrichment.jsonl', ...Object.keys(byHand)];
const dumps = ['dumps/2025-03-11.txt', 'dumps/2025-03-13.txt', 'dumps/2025-03-14.json'];
const files = [...written, ...decided, ...dumps];

/** What is done with a damaged archive. */
const actions: Readonly<Record<string, (content: string) => ReturnType<typeof callScript>>> = {
	ingest: (content) => callScript(ingest, [next, '--year', '2025', '--content', content]),
	repair: (content) => callScript(ingest, ['--repair', '--content', content]),
	verify: (content) => callScript(verify, ['--content', content]),
	build: (content) =>
		callScript(async () => {
			await createArchiveSource(content).read();
			return 0;
		}, []),
};

// Others in this process are of an archive without settings.
afterAll(() => useSettings(defaults));

const idsIn = (ledger: string) => [...new Set(ledger.match(/(?<="id":")\w+/g))];

beforeAll(async () => {
	const run = async (...parameters: string[]) => {
		const { code, stderr } = await callScript(ingest, [...parameters, '--content', whole]);
		if (code !== 0) throw new Error(stderr);
	};
	await mkdir(whole);
	for (const [name, text] of Object.entries(byHand)) await writeFile(join(whole, name), text);
	for (const day of [11, 12, 13]) {
		if (day === 13) await cp(whole, older, { recursive: true });
		const file = join(folder, `2025-03-${day}.txt`);
		const system = `We propose Model${day} with linear attention.`;
		await writeFile(
			file,
			writeDump(`Mar ${day}`, [
				[`Model${day}: Linear Attention`, `${system} ${abstractNumber(day)}`],
				['Often Seen', abstractNumber(1)],
				[`Paper of ${day}`, `On state space models. ${abstractNumber(100 + day)}`],
			]),
		);
		await run(file);
	}
	const list = join(folder, '2025-03-14.json');
	const paper = { id: '2503.00001', title: 'Listed', summary: abstractNumber(7) };
	await writeFile(list, `${JSON.stringify([{ paper }], undefined, '\t')}\n`);
	await run(list);
	const ids = idsIn(await readFile(join(whole, 'ledger.jsonl'), 'utf8'));
	const merge = ['merge', ids[4]!, ids[0]!, '--reason', 'One', '--date', '2025-04-01'];
	await callScript(correct, [...merge, '--content', whole]);
	const known = ids.slice(1, 4).map((id) => `${JSON.stringify({ paper: id, by: 'hand' })}\n`);
	await writeFile(join(whole, 'enrichment.jsonl'), known.join(''));
	await writeFile(join(older, 'enrichment.jsonl'), known[0]!);
	await writeFile(join(older, 'corrections.yaml'), 'removed: []\n');
	await writeFile(next, writeDump('Mar 20', [['Late', abstractNumber(44)]]));
});

/** All that stands in a folder: a pipe cannot be read. */
async function listAll(content: string): Promise<string[]> {
	const names = (await readdir(content, { recursive: true })).sort();
	return Promise.all(
		names.map(async (name) => {
			const { mode, size, mtimeMs, ino } = await lstat(join(content, name));
			return [name, mode, size, mtimeMs, ino].join(' ');
		}),
	);
}

/** As it was written, whatever another computer made of its line ends. */
const read = (place: string) => readFile(place, 'utf8').then(asWritten, () => undefined);

/** What no file of lines lost, and what all addresses of the register still mean. */
async function expectAllOf(content: string, damaged: string): Promise<void> {
	const lines = async (place: string) =>
		(await read(place))!.split('\n').filter((line) => line !== '');
	for (const name of written.slice(1, 3))
		expect(await lines(join(content, name))).toEqual(
			expect.arrayContaining(await lines(join(whole, name))),
		);
	const meanings = async (place: string) =>
		Object.assign(
			{},
			...(await lines(join(place, 'register.jsonl')))
				.filter((line) => line !== '')
				.map((line) => (JSON.parse(line) as { means: object }).means),
		) as object;
	expect(await meanings(content)).toMatchObject(await meanings(whole));
	// Without Git, what a register that was lost began with is nowhere.
	if (damaged !== 'register.jsonl')
		expect(
			(await read(join(content, 'register.jsonl')))!.startsWith(
				(await read(join(whole, 'register.jsonl')))!,
			),
		).toBe(true);
	const { papers, former } = readArchive(await readContent(content));
	const answered: string[] = [...papers, ...former].map(({ id }) => id);
	expect(answered).toEqual(
		expect.arrayContaining(idsIn((await read(join(whole, 'ledger.jsonl')))!)),
	);
}

async function othersFile(name: string): Promise<string | undefined> {
	const isDump = name.startsWith('dumps/');
	return read(join(toyFolder, isDump ? 'dumps/2024-07-01.txt' : name));
}

/** Every way to damage a file, and what is then done; at every push each way once, on one file after another. */
const cells = damageNames.flatMap((damage, index) =>
	isLong
		? files.flatMap((name) =>
				Object.keys(actions).map((action) => [damage, name, action] as const),
			)
		: [[damage, files[index % files.length]!, Object.keys(actions)[index % 4]!] as const],
);

describe('an archive with a damaged file', () => {
	test.each(cells)(
		'%s: %s: %s takes it as it was, or refuses it and says why',
		async (damage, name, action) => {
			for (const at of isLong && placedDamages.has(damage) ? [0, 222, 5_000] : [222]) {
				const content = join(await temporaryFolder(), 'content');
				await cp(whole, content, { recursive: true });
				const context = {
					older: await read(join(older, name)),
					others: await othersFile(name),
					at,
				};
				const isChanged = await damageFile(join(content, name), damage, context);
				if (!isChanged) continue;
				const before = await listAll(content);
				const { code, stderr } = await actions[action]!(content);
				expect(stderr).not.toMatch(/^ {4}at /m);
				if (code === 1) {
					expect(stderr).toMatch(/content\/|another archive|Restore/);
					expect(await listAll(content)).toEqual(before);
					tally.refused++;
				} else {
					expect(code).toBe(0);
					await expectAllOf(content, name);
					if (action === 'verify' || action === 'build')
						expect(await listAll(content)).toEqual(before);
					tally.taken++;
				}
			}
		},
	);

	test('is met in all these ways', () => {
		const { refused, taken } = tally;
		figure(
			'T1',
			`${refused + taken} times a damaged file of the content: ${refused} refused, ${taken} taken as it was`,
		);
		expect(refused).toBeGreaterThan(taken / 2);
	});
});

const tally = { refused: 0, taken: 0 };
