import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { dumpOf, readContent } from '../../src/disk/content-folder.ts';
import type { Content } from '../../src/model/content.ts';
import type { DigestId, PaperId } from '../../src/model/id.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { planIngest } from '../../src/pipeline/plans.ts';
import { planTakeUp } from '../../src/pipeline/take-up.ts';
import { abstractNumber, writeDump, writeList } from '../support/dumps.ts';
import { dumpFile, emptyContent, errorNames, reread } from '../support/content.ts';
import { root } from '../support/run-script.ts';

/** An excerpt of a real list, as a file under any name. */
function listOf(day: string, fileName = `${day}.json`) {
	const value = readFileSync(join(root, `tests/fixtures/feed-lists/${day}.json`));
	return { ...dumpOf(new VFile({ path: fileName, value })), fileName };
}

const lists = ['2026-08-18', '2024-09-10', '2025-02-13'].map((day) => listOf(day));

describe('lists of the feed beside the seeds', () => {
	let seeds: Content;
	let plan: ReturnType<typeof planTakeUp>;
	let after: ReturnType<typeof runPipeline>;
	beforeAll(async () => {
		seeds = await readContent(join(root, 'content'));
		plan = planTakeUp(reread(seeds), lists);
		after = runPipeline(reread(plan.content));
	});
	const idIn = (content: Content, title: string) =>
		String(content.ledger)
			.split('\n')
			.filter((line) => line.includes(`"title":"${title}`))
			.map((line) => (JSON.parse(line) as { id: PaperId }).id);

	test('are taken up under their days, byte for byte', () => {
		expect(plan.refused.map(({ file }) => file.messages.map(String))).toEqual([]);
		expect(
			plan.additions.map(({ digest, recorded }) => [
				digest.id,
				...recorded.map(({ status }) => status),
			]),
		).toEqual([
			['2024-09-10', 'new', 'known', 'known'],
			['2025-02-13', 'new', 'known', 'known'],
			['2026-08-18', 'new', 'new', 'new'],
		]);
		const kept = plan.content.dumps.filter(({ file }) => file.extname === '.json');
		expect(kept.map(({ file, sha256 }) => [file.basename, sha256])).toEqual(
			[lists[1]!, lists[2]!, lists[0]!].map(({ fileName, sha256 }) => [fileName, sha256]),
		);
		expect(plan.manifest).toBe(
			kept.map(({ file, sha256 }) => `${sha256}  dumps/${file.basename}\n`).join(''),
		);
	});

	test('give known papers their authors and leave them their addresses', () => {
		const before = runPipeline(reread(seeds));
		const ids = ['mmevol', 'pointsimproving', 'lasp2', 'nextblockprediction'].flatMap((title) =>
			idIn(seeds, title),
		);
		expect(ids).toHaveLength(4);
		for (const id of ids) {
			const { authors, arxiv, published, ...rest } = after.papers.get(id)!;
			expect(before.papers.get(id)!.authors).toBeUndefined();
			expect(authors!.length).toBeGreaterThan(3);
			expect(arxiv).toMatch(/^\d{4}\.\d{5}$/);
			expect(published).toMatch(/^202[45]-/);
			expect(rest.title).toBe(before.papers.get(id)!.title);
			expect(rest.formerRevisions).toEqual(before.papers.get(id)!.formerRevisions);
		}
		expect([...after.papers.keys()].slice(0, before.papers.size)).toEqual([
			...before.papers.keys(),
		]);
	});

	test('show what the feed says of a paper, its code and page among the links', () => {
		const [id] = idIn(plan.content, 'harnessevalw');
		const { links, repository, keywords, upvotes } = after.papers.get(id!)!;
		expect(repository).toBe('https://github.com/MirroS-Lab/HarnessEval-W');
		expect(links).toEqual([
			{ url: repository, kind: 'code' },
			{ url: 'https://mirros-lab.github.io/HarnessEval-W', kind: 'project' },
		]);
		expect(keywords!.length).toBeGreaterThan(3);
		expect(upvotes).toBeGreaterThan(0);
	});

	test('come to the same bytes in any order and under any name', () => {
		const names = ['2024-09-10 (1)', 'daily 2025-02-13', 'x'];
		const others = planTakeUp(
			reread(seeds),
			['2024-09-10', '2025-02-13', '2026-08-18'].map((day, index) =>
				listOf(day, names[index]!),
			),
		);
		for (const file of ['manifest', 'ledger', 'register'] as const)
			expect(others[file]).toBe(plan[file]);
	});
});

describe('a list and a dump in plain text', () => {
	const papers = [
		['Often Seen', abstractNumber(1)],
		['Rarely Seen', abstractNumber(2)],
	] as const;
	const text = { ...dumpFile('dump.txt', writeDump('Apr 28, 2026', papers)), year: 2026 };
	const list = { ...dumpFile('list', writeList(papers)), fileName: '2026-04-28' };

	test('give a paper the same address, whichever comes first', () => {
		const ledgerOf = (first: typeof text | typeof list) =>
			planIngest(emptyContent(), [first]).ledger;
		expect(ledgerOf(list)).toBe(ledgerOf(text));
	});

	test('of one day are two digests of the same papers', () => {
		const { content, additions } = planIngest(emptyContent(), [text, list]);
		expect(content.dumps.map(({ file }) => file.basename)).toEqual([
			'2026-04-28.txt',
			'2026-04-28-2.json',
		]);
		expect(additions[1]!.recorded.map(({ status }) => status)).toEqual(['known', 'known']);
		expect([...runPipeline(reread(content)).papers.values()].map(({ arxiv }) => arxiv)).toEqual(
			['2604.00000', '2604.00001'],
		);
	});

	test('under one name are refused', () => {
		const { content } = planIngest(emptyContent(), [text]);
		const twice = {
			...reread(content),
			dumps: [
				...reread(content).dumps,
				dumpFile('content/dumps/2026-04-28.json', String(list.file)),
			],
		};
		expect(errorNames(() => planIngest(twice, []))).toContain('second-dump');
	});

	test('have names that say which they are', () => {
		const { content } = planIngest(emptyContent(), [list]);
		const renamed = {
			...reread(content),
			dumps: [dumpFile('content/dumps/2026-04-28.txt', String(list.file))],
		};
		expect(errorNames(() => planIngest(renamed, []))).toContain('file-name');
	});

	test('a later list adds to what is known and takes nothing from it', () => {
		const later = {
			...dumpFile('list', writeList(papers, { upvotes: 7, authors: null })),
			fileName: '2026-04-29',
		};
		const first = {
			...dumpFile('list', writeList(papers, { upvotes: 2, authors: [{ name: 'Ada' }] })),
			fileName: '2026-04-28',
		};
		const { content } = planIngest(emptyContent(), [later, first]);
		const [paper] = runPipeline(reread(content)).papers.values();
		expect(paper).toMatchObject({ upvotes: 7, authors: ['Ada'], seen: 2 });
	});
});

describe('the day of a list', () => {
	const oneDay = { submittedOnDailyAt: '2026-04-28T00:00:00.000Z' };
	const papers = [['Often Seen', abstractNumber(1)]] as const;

	test.each([
		['is that of its file', {}, { fileName: '2026-04-28.json' }, '2026-04-28'],
		['is that of its papers', oneDay, { fileName: 'download' }, '2026-04-28'],
		['is not made up', {}, { fileName: 'download' }, 'missing-day'],
		['is not half known', {}, { fileName: 'download', year: 2026 }, 'missing-day'],
		['is not two days', oneDay, { fileName: '2026-04-29.json' }, 'date-conflict'],
		['is not in two years', {}, { fileName: '2026-04-28.json', year: 2025 }, 'date-conflict'],
	])('%s', (_, more, sources, expected) => {
		const list = { ...dumpFile('list.json', writeList(papers, more)), ...sources };
		const { additions, refused } = planTakeUp(emptyContent(), [list]);
		expect([
			...additions.map(({ digest }) => digest.id),
			...refused.flatMap(({ file }) => file.messages.map(({ ruleId }) => ruleId)),
		]).toEqual([expected]);
	});
});

describe('a day of the feed that grew', () => {
	const papers = [1, 2, 3, 4].map(
		(number) => [`Paper ${number}`, abstractNumber(number)] as const,
	);
	const listed = (numbers: readonly number[], more = {}) => ({
		...dumpFile(
			'list',
			writeList(
				numbers.map((number) => papers[number - 1]!),
				more,
			),
		),
		fileName: '2026-04-28',
	});
	const next = { ...dumpFile('next', writeList([papers[3]!])), fileName: '2026-04-29' };
	const { content: before } = planIngest(emptyContent(), [listed([1, 3])]);
	const { content: later } = planIngest(reread(before), [next]);

	test('is the same digest, with more papers and the addresses that it had', () => {
		const { content, additions } = planIngest(reread(later), [listed([1, 2, 3, 4])]);
		expect(content.dumps.map(({ file }) => file.basename)).toEqual([
			'2026-04-28.json',
			'2026-04-29.json',
		]);
		expect(content.dumps[0]!.sha256).toBe(listed([1, 2, 3, 4]).sha256);
		expect(
			additions.map(({ digest, recorded }) => [
				digest.id,
				...recorded.map(({ status }) => status),
			]),
		).toEqual([['2026-04-28', 'known', 'new', 'known', 'known']]);
		const old = runPipeline(reread(later));
		const view = runPipeline(reread(content));
		expect([...view.papers.keys()].slice(0, 3)).toEqual([...old.papers.keys()]);
		expect(view.digests.get('2026-04-28' as DigestId)!.papers).toBe(4);
		// What was written down of it before stays as it is, and the reason is there to be read.
		for (const file of ['manifest', 'ledger', 'register'] as const)
			expect(String(content[file]).startsWith(String(later[file])), file).toBe(true);
		expect(String(content.corrections)).toContain(
			'The feed’s own list of the day grew from 2 to 4 papers.',
		);
	});

	test('can grow again, and what it was before is nothing new', () => {
		const once = planIngest(reread(later), [listed([1, 2, 3])]).content;
		const twice = planIngest(reread(once), [listed([1, 2, 3, 4])]).content;
		expect(String(twice.corrections).match(/digest:/g)).toHaveLength(1);
		runPipeline(reread(twice));
		for (const less of [listed([1, 3]), listed([1, 2, 3]), listed([2, 3])]) {
			const { repeats, content } = planIngest(reread(twice), [less]);
			expect(repeats.map(({ digest }) => digest.id)).toEqual(['2026-04-28']);
			expect(String(content.ledger)).toBe(String(twice.ledger));
			expect(content.dumps.map(({ sha256 }) => sha256)).toEqual(
				twice.dumps.map(({ sha256 }) => sha256),
			);
		}
	});

	test('by papers that are all known gains their places', () => {
		const { content } = planIngest(reread(later), [listed([1, 3, 4])]);
		const { papers: shown } = runPipeline(reread(content));
		expect([...shown.values()].map(({ seen }) => seen)).toEqual([1, 1, 2]);
	});

	test('is told from a list that lost a paper and gained one, which is a digest of its own', () => {
		const { content } = planIngest(reread(before), [listed([1, 2])]);
		expect(content.dumps.map(({ file }) => file.basename)).toEqual([
			'2026-04-28.json',
			'2026-04-28-2.json',
		]);
	});

	test('with other votes is the same digest, and stays as it came first', () => {
		const again = listed([1, 3], { upvotes: 9 });
		const { content, additions, repeats } = planIngest(reread(before), [again]);
		expect(additions).toEqual([]);
		expect(repeats.map(({ digest }) => digest.id)).toEqual(['2026-04-28']);
		expect(content.dumps).toEqual(before.dumps);
	});

	test.each([0, 40])('is one digest of several lists, taken up with %i others', (count) => {
		const others = Array.from({ length: count }, (_, index) => ({
			...dumpFile('other', writeList([[`Other ${index}`, abstractNumber(100 + index)]])),
			fileName: `2026-0${5 + (index % 2)}-${10 + (index >> 1)}`,
		}));
		const several = [[1, 3], [1, 3], [1, 2, 3], [1]].map((of, upvotes) =>
			listed(of, { upvotes }),
		);
		const { content, taken } = planTakeUp(emptyContent(), [...several, ...others]);
		expect([taken.length, content.dumps.length]).toEqual([4 + count, 1 + count]);
		expect(content.dumps[0]!.sha256).toBe(several[2]!.sha256);
	});

	test('is told from a dump in plain text of fewer papers', () => {
		const text = {
			...dumpFile('dump.txt', writeDump('Apr 28, 2026', papers.slice(0, 2))),
			year: 2026,
		};
		const { content } = planIngest(planIngest(emptyContent(), [text]).content, [
			listed([1, 2, 3]),
		]);
		expect(content.dumps).toHaveLength(2);
	});
});
