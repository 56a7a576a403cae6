import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import type { PaperView } from '../src/model/paper-view.ts';
import { writeIndex } from '../src/search/build/write-index.ts';
import { createSearchEngine } from '../src/search/engine/engine.ts';
import { lazilyEach } from '../src/search/engine/lazily.ts';
import { searchSource } from '../src/search/engine/source.ts';
import { readState } from '../src/search/engine/state.ts';
import { readArguments } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';
import { questionsOf, shown, type Question, type QuestionKind } from './search-questions.ts';

const usage = 'npm run measure:search -- [--content DIR] [--many N] [--half 0|1] [--misses]';

/** `npm run measure:search`: ask for papers at random as readers do, and count how many are found. */
async function measure({ parameters, print }: Terminal): Promise<number> {
	const { values } = readArguments(parameters, usage, {
		content: { type: 'string', default: 'content' },
		many: { type: 'string', default: '100' },
		half: { type: 'string', default: '0' },
		misses: { type: 'boolean', default: false },
	});
	const { papers } = await createArchiveSource(resolve(values.content)).read();
	const all = [...papers.values()];
	const questions = questionsOf(all, Number(values.half), Number(values.many));
	const answers = await answerAll(all, questions);
	if (values.misses) for (const miss of answers.filter(isMiss)) print(describeMiss(miss, all));
	print(formatScores(scoresOf(answers)));
	return 0;
}

/** A question, and what it came to in a browser that had fetched nothing. */
export interface Answered extends Question {
	/** Best first. */
	readonly found: readonly number[];
	/** Of the index, with what is shown of the first papers, compressed. */
	readonly bytes: number;
}

/** Write the index of papers and ask it everything. */
export async function answerAll(
	papers: readonly PaperView[],
	questions: readonly Question[],
): Promise<Answered[]> {
	const folder = await mkdtemp(join(tmpdir(), 'offprint-search-'));
	try {
		await writeIndex(papers, folder);
		const read = createReader();
		const answered: Answered[] = [];
		for (const question of questions)
			answered.push({ ...question, ...(await answer(question.text, folder, read)) });
		return answered;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Reads a file, and says what it is compressed. */
type Reader = (file: string) => Promise<{ content: Buffer<ArrayBuffer>; size: number }>;

function createReader(): Reader {
	return lazilyEach(async (file) => {
		const content = await readFile(file);
		const size = file.endsWith('.packed') ? content.length : gzipSync(content).length;
		return { content, size };
	});
}

// As many as a page shows at first.
const firstPage = 6;

async function answer(
	text: string,
	folder: string,
	read: Reader,
): Promise<Pick<Answered, 'found' | 'bytes'>> {
	let bytes = 0;
	const source = searchSource(`${folder}/`, async (file) => {
		const { content, size } = await read(file);
		bytes += size;
		return new Response(content);
	});
	const engine = createSearchEngine(source, () => new Set());
	const { papers: found } = await engine.ask(readState(`?q=${encodeURIComponent(text)}`));
	await Promise.all(found.slice(0, firstPage).map(engine.load));
	return { found, bytes };
}

/** How questions of a kind fared. */
export interface Score {
	readonly kind: QuestionKind;
	readonly asked: number;
	/** The share of which the paper that is meant is among the first three. */
	readonly share: number;
	readonly bytes: { readonly mean: number; readonly most: number };
}

/** The score of each kind of question. */
export function scoresOf(answers: readonly Answered[]): Score[] {
	return [...Map.groupBy(answers, ({ kind }) => kind)].map(([kind, own]) => ({
		kind,
		asked: own.length,
		share: own.filter((answered) => !isMiss(answered)).length / own.length,
		bytes: {
			mean: own.reduce((sum, { bytes }) => sum + bytes, 0) / own.length,
			most: Math.max(...own.map(({ bytes }) => bytes)),
		},
	}));
}

function isMiss({ found, right }: Answered): boolean {
	return !found.slice(0, shown).some((paper) => right.has(paper));
}

function describeMiss({ kind, text, right, found }: Answered, papers: readonly PaperView[]) {
	const wanted = papers[[...right][0]!]!.title;
	const first = found.slice(0, shown).map((paper) => `\n    ${papers[paper]!.title}`);
	return `${kind}: ${text}\n  wanted: ${wanted}\n  found ${found.length}:${first.join('')}`;
}

function formatScores(scores: readonly Score[]): string {
	const lines = scores.map(({ kind, asked, share, bytes }) => {
		const found = `${(100 * share).toFixed(1)} %`.padStart(7);
		const size = [bytes.mean, bytes.most].map((size) => (size / 1_000).toFixed(0).padStart(5));
		return `${kind.padEnd(34)}${String(asked).padStart(5)} ${found} ${size.join(' ')} KB`;
	});
	return ['kind, asked, among the first three, mean and most bytes of the index', ...lines].join(
		'\n',
	);
}

if (import.meta.main) await runHere(measure);
