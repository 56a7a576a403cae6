import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { correct } from '../../scripts/correct.ts';
import { verify } from '../../scripts/verify.ts';
import { parseRegister } from '../../src/archive/register.ts';
import { readContent } from '../../src/disk/content-folder.ts';
import { permanentAddresses } from '../../src/model/permanent-addresses.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { dumpOf } from '../support/alike-papers.ts';
import { callScript } from '../support/call-script.ts';
import { sharedFolder } from '../support/folders.ts';
import { cloneOf, createGitArchive, type GitArchive } from '../support/git-archive.ts';
import { figure, isLong, times } from '../support/sizes.ts';

/** What a person does on a branch, each with its commit. */
const verbs = [
	'ingest',
	'merge',
	'unmerge',
	'split',
	'remove',
	'withdraw',
	'unwithdraw',
	'accept',
	'rename a topic',
	'merge topics',
	'ask',
] as const;

interface Step {
	readonly verb: (typeof verbs)[number];
	readonly at: number;
}

const folder = sharedFolder();
const topics = ['sequence modeling: [SSMs]', 'benchmarks: [test beds]', 'method: [technique]'];

async function idsOf({ content }: GitArchive): Promise<string[]> {
	const ledger = await readFile(join(content, 'ledger.jsonl'), 'utf8');
	return [...new Set(ledger.match(/(?<="id":")\w+/g))];
}

const nameOf = (at: number, names: readonly string[]) => names[at % names.length]!;

/** Take a step; one that makes no sense where it is taken is left out. */
async function take(archive: GitArchive, { verb, at }: Step): Promise<void> {
	const { content } = archive;
	// Where all were withdrawn, Git leaves no folder.
	const dumps = await readdir(join(content, 'dumps')).catch(() => []);
	const dump = dumps[at % dumps.length] ?? 'none.txt';
	const ids = await idsOf(archive);
	const date = `2026-11-${10 + (at % 20)}`;
	const why = ['--content', content, '--reason', `Because of ${at}.`, '--date', date];
	const decide = (...parameters: string[]) => callScript(correct, [...parameters, ...why]);
	const steps: Record<Step['verb'], () => Promise<unknown>> = {
		ingest: async () => {
			const file = `${archive.folder}.txt`;
			await writeFile(file, dumpOf(1 + (at % 6), [at % 24, (at * 7 + 5) % 24]));
			await archive.run(file);
		},
		merge: () => decide('merge', nameOf(at, ids), nameOf(at + 1, ids)),
		unmerge: () => decide('restore', nameOf(at, ids)),
		split: () => decide('split', nameOf(at, ids), '2'),
		remove: () => decide('remove', nameOf(at, ids)),
		withdraw: async () => {
			await rm(join(content, 'dumps', dump), { force: true });
			await decide('withdraw', dump.replace('.txt', ''));
		},
		unwithdraw: async () => {
			const deletion = ['log', '--diff-filter=D', '--name-only', '--format=%H', '-1'];
			const text = archive.git(...deletion, '--', 'content/dumps').trim();
			const [commit, gone] = text.split(/\n+/);
			if (gone === undefined) return;
			archive.git('checkout', '--quiet', `${commit}~1`, '--', gone);
			await decide('restore', gone.replace(/^.*\/|\.txt$/g, ''));
		},
		accept: async () => {
			if (dumps.length === 0) return;
			const place = join(content, 'dumps', dump);
			await writeFile(
				place,
				(await readFile(place, 'utf8')).replace('We study', `We ${at}-study`),
			);
			await decide('accept', dump.replace('.txt', ''));
			await archive.run();
		},
		'rename a topic': () =>
			editTopics(archive, (lines) =>
				lines.map((line) =>
					line.replace(
						/^  (benchmarks|method)(?:: \[[a-z ]+\]$)/,
						(_, name: string) =>
							`  ${name} ${nameOf(at, ['suites', 'sets'])}: { forms: [${name}], was: [${name}] }`,
					),
				),
			),
		'merge topics': () =>
			editTopics(archive, (lines) =>
				lines
					.filter((line) => !line.startsWith('  method'))
					.map((line) =>
						line.replace(
							'  benchmarks: [test beds]',
							'  benchmarks: { forms: [method], was: [method] }',
						),
					),
			),
		ask: async () => {
			await writeFile(
				join(content, 'watch.yaml'),
				`questions:\n  q${at}: { name: Q ${at}, query: sequence }\n`,
			);
			await archive.run();
		},
	};
	await steps[verb]();
	const { code } = await callScript(verify, ['--content', content]);
	archive.git('add', '--all', '.');
	// What a person would not commit.
	if (code !== 0) archive.git('reset', '--quiet', '--hard');
	else if (!archive.try('diff', '--cached', '--quiet'))
		archive.git('commit', '--quiet', '--message', verb);
}

async function editTopics(
	archive: GitArchive,
	change: (lines: string[]) => string[],
): Promise<void> {
	const place = join(archive.content, 'topics.yaml');
	await writeFile(place, change((await readFile(place, 'utf8')).split('\n')).join('\n'));
	await archive.run();
}

/** Merge a branch as Git does, and a person who finishes what no rule can: what comes first of two texts by hand. */
async function merge(archive: GitArchive, other: string): Promise<void> {
	archive.try('merge', '--quiet', '--no-edit', other);
	for (const name of ['topics.yaml', 'watch.yaml']) {
		const sides = ['2', '3'].map((stage) => {
			const path = `:${stage}:content/${name}`;
			return archive.try('cat-file', '-e', path) ? archive.git('show', path) : '';
		});
		if (sides.some((side) => side !== ''))
			await writeFile(join(archive.content, name), sides.sort()[0] || sides[1]!);
	}
}

const forPersons =
	/contradictory-correction|contested-paper|contested-digest|circular-merge|nothing-left|dump-still-here|edited-dump|lost-dump/;

/** What a repair of a merge comes to; the names of what it leaves to a person. */
async function repair(archive: GitArchive, other: string): Promise<string[]> {
	await merge(archive, other);
	const { code, stderr } = await archive.run('--repair');
	expect(stderr).not.toMatch(/^ {4}at /m);
	if (code === 0) return [];
	const names = [
		...new Set(stderr.match(/(?<=error .*?)[a-z]+(?:-[a-z0-9]+)+(?= +digests$)/gm)),
	].sort();
	expect(
		names.filter((name) => !forPersons.test(name)),
		stderr,
	).toEqual([]);
	return names;
}

async function addressesOf({ content }: GitArchive): Promise<string[]> {
	return permanentAddresses(runPipeline(await readContent(content)));
}

async function meaningsOf(archive: GitArchive): Promise<Map<string, string>> {
	const { meanings } = parseRegister(new VFile({ value: await archive.read('register.jsonl') }));
	return new Map([...meanings].map(([address, { means }]) => [address, means]));
}

/** All files, with the lines of the ledger in one order: where nothing contradicts, Git's merge is the archive. */
async function filesOf(archive: GitArchive) {
	const ledger = (await archive.read('ledger.jsonl')).split('\n').sort();
	return { ...(await archive.sums()), 'ledger.jsonl': ledger };
}

/** A clone that knows of two branches, and of no remote: what was published does not speak here. */
function cloneWithout(origin: GitArchive, mine: string, other: string): GitArchive {
	const copy = cloneOf(origin, '--branch', mine);
	copy.git('branch', other, `origin/${other}`);
	copy.git('remote', 'remove', 'origin');
	return copy;
}

async function tryFork(
	base: readonly Step[],
	sides: readonly (readonly Step[])[],
): Promise<boolean> {
	const origin = createGitArchive(folder);
	await writeFile(
		join(origin.content, 'topics.yaml'),
		`topics:\n${topics.map((line) => `  ${line}\n`).join('')}`,
	);
	await origin.ingest(dumpOf(1, [0, 6, 12, 3]), dumpOf(2, [1, 8, 14]));
	for (const step of base) await take(origin, step);
	for (const [index, steps] of sides.entries()) {
		origin.git('switch', '--quiet', '--create', `side${index}`, 'main');
		for (const step of steps) await take(origin, step);
	}
	const given = await Promise.all(
		['side0', 'side1'].map(async (name) => {
			const side = cloneOf(origin, '--branch', name);
			return { addresses: await addressesOf(side), meanings: await meaningsOf(side) };
		}),
	);
	const [one, other] = [
		cloneWithout(origin, 'side0', 'side1'),
		cloneWithout(origin, 'side1', 'side0'),
	];
	const left = await repair(one, 'side1');
	expect(await repair(other, 'side0')).toEqual(left);
	if (left.length > 0) return false;
	expect(await filesOf(other)).toEqual(await filesOf(one));
	expect((await callScript(verify, ['--content', one.content])).code).toBe(0);
	const now = { addresses: await addressesOf(one), meanings: await meaningsOf(one) };
	for (const { addresses, meanings } of given) {
		expect(now.addresses).toEqual(expect.arrayContaining(addresses));
		for (const address of meanings.keys())
			expect(
				given.map((side) => side.meanings.get(address)),
				address,
			).toContain(now.meanings.get(address));
	}
	one.git('add', '--all', '.');
	one.try('commit', '--quiet', '--message', 'Merge');
	expect((await one.run()).stdout).toContain('Nothing to do');
	return true;
}

describe('branches on which persons decided, in a repository', () => {
	const runs = times(1, 100);
	const steps = fc.array(
		fc.record<Step>({ verb: fc.constantFrom(...verbs), at: fc.nat({ max: 40 }) }),
		{ minLength: 1, maxLength: 4 },
	);

	test(`${runs} of them end in one archive, whichever is merged into which`, async () => {
		let whole = 0;
		const law = fc.asyncProperty(steps, steps, steps, async (base, ours, theirs) => {
			if (await tryFork(base, [ours, theirs])) whole++;
		});
		await fc.assert(law, {
			numRuns: runs,
			seed: 20_250_314 + Number(process.env['SEED'] ?? 0),
			endOnFailure: true,
		});
		figure(
			'T5',
			`${runs} forks with decisions in repositories: ${whole} repaired, ${runs - whole} left to a person`,
		);
		expect(whole).toBeGreaterThan(isLong ? runs / 2 : 0);
	});
});
