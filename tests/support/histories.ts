import * as fc from 'fast-check';
import { VFile } from 'vfile';
import { ContentError } from '../../src/diagnostics.ts';
import { noSides, type Content, type MergeSides } from '../../src/model/content.ts';
import type { Day, DigestId, PaperId } from '../../src/model/id.ts';
import {
	CorrectionError,
	planCorrection,
	planIngest,
	type CorrectionRequest,
} from '../../src/pipeline/plans.ts';
import { dumpOf, entries } from './alike-papers.ts';
import { dumpFile, reread } from './content.ts';

/** What a person does to an archive on one branch. */
export interface Step {
	readonly verb: 'ingest' | 'merge' | 'split' | 'remove' | 'restore' | 'withdraw';
	/** Of March 2025. */
	readonly day: number;
	readonly choice: readonly number[];
	/** Which of the papers or digests, as far as there are so many. */
	readonly at: number;
}

/** Random steps. */
export const steps: fc.Arbitrary<Step> = fc.record<Step>({
	verb: fc.constantFrom(
		...(['ingest', 'ingest', 'ingest', 'ingest', 'ingest', 'merge', 'split'] as const),
		...(['remove', 'restore', 'withdraw'] as const),
	),
	day: fc.integer({ min: 1, max: 6 }),
	choice: fc.uniqueArray(fc.nat({ max: entries.length - 1 }), { minLength: 1, maxLength: 4 }),
	at: fc.nat({ max: 30 }),
});

/** A history, and two that go on from it. */
export interface Fork {
	readonly base: readonly Step[];
	readonly ours: readonly Step[];
	readonly theirs: readonly Step[];
	/** One more, that is merged later. */
	readonly third: readonly Step[];
}

/** Random forks of random histories. */
export const forks: fc.Arbitrary<Fork> = fc.record({
	base: fc.array(steps, { maxLength: 3 }),
	ours: fc.array(steps, { minLength: 1, maxLength: 3 }),
	theirs: fc.array(steps, { minLength: 1, maxLength: 3 }),
	third: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(steps, { maxLength: 2 })),
});

/** An archive after some steps; those that make no sense are left out. */
export function follow(content: Content, steps: readonly Step[]): Content {
	return steps.reduce((current, one) => {
		try {
			return take(reread(current), one);
		} catch (error) {
			if (error instanceof ContentError || error instanceof CorrectionError) return current;
			throw error;
		}
	}, content);
}

function take(content: Content, { verb, day, choice, at }: Step): Content {
	if (verb === 'ingest') {
		const dump = dumpFile('dump.txt', dumpOf(day, choice));
		return planIngest(content, [{ ...dump, year: 2025 }]).content;
	}
	const decision = { date: `2026-11-${10 + (at % 20)}` as Day, reason: `Because of ${at}.` };
	const ids = idsOf(content);
	const paper = ids[at % ids.length]!;
	const requests: Record<Exclude<Step['verb'], 'ingest'>, CorrectionRequest> = {
		merge: { verb: 'merge', paper, into: ids[(at + 1) % ids.length]!, ...decision },
		split: { verb: 'split', paper, wordings: [2], ...decision },
		remove: { verb: 'remove', paper, ...decision },
		restore: { verb: 'restore', paper, ...decision },
		withdraw: { verb: 'withdraw', digest: digestAt(content, at), ...decision },
	};
	if (verb !== 'withdraw') return planCorrection(content, requests[verb]).content;
	const dumps = content.dumps.filter(({ file }) => file.stem !== digestAt(content, at));
	return planCorrection({ ...content, dumps }, requests[verb]).content;
}

function idsOf({ ledger }: Content): PaperId[] {
	const lines = String(ledger).split('\n').slice(0, -1);
	return [...new Set(lines.map((line) => (JSON.parse(line) as { id: PaperId }).id))];
}

function digestAt({ dumps }: Content, at: number): DigestId {
	return (dumps[at % dumps.length]?.file.stem ?? '2025-03-01') as DigestId;
}

/** A merge as Git leaves it: the files, and what it could not put into them. */
export interface Merge {
	readonly content: Content;
	readonly sides: MergeSides;
}

const lineFiles = ['manifest', 'ledger', 'names', 'register'] as const;

/** Merge two branches as Git would: files of lines as unions or with conflict markers, the dumps of ours first. */
export function mergeBranches(
	base: Content,
	ours: Content,
	theirs: Content,
	hasMarkers: boolean,
): Merge {
	const merge = (name: (typeof lineFiles)[number] | 'corrections') => {
		const [before, one, other] = [base, ours, theirs].map((content) => String(content[name]));
		const value =
			one === other || other === before
				? one
				: one === before
					? other
					: (hasMarkers || name === 'corrections' ? withMarkers : union)(one!, other!);
		return new VFile({ path: ours[name].path, value: value! });
	};
	const taken = new Set(ours.dumps.map(({ file }) => file.stem));
	const before = new Map(base.dumps.map(({ file, sha256 }) => [file.stem, sha256]));
	const isWithdrawn = (content: Content, stem: string | undefined) =>
		before.has(stem) && !content.dumps.some(({ file }) => file.stem === stem);
	return {
		content: {
			...ours,
			dumps: [
				...ours.dumps.filter(({ file }) => !isWithdrawn(theirs, file.stem)),
				...theirs.dumps.filter(
					({ file }) => !taken.has(file.stem) && !isWithdrawn(ours, file.stem),
				),
			],
			manifest: merge('manifest'),
			ledger: merge('ledger'),
			names: merge('names'),
			register: merge('register'),
			corrections: merge('corrections'),
		},
		sides: {
			...noSides,
			dumps: theirs.dumps.filter(
				({ file, sha256 }) =>
					taken.has(file.stem) &&
					ours.dumps.some(
						(dump) => dump.file.stem === file.stem && dump.sha256 !== sha256,
					),
			),
			correctionsBefore: String(base.corrections),
		},
	};
}

function union(ours: string, theirs: string): string {
	const present = new Set(ours.split('\n'));
	const others = theirs.split('\n').filter((line) => !present.has(line));
	return ours + others.map((line) => `${line}\n`).join('');
}

function withMarkers(ours: string, theirs: string): string {
	const lines = [ours, theirs].map((text) => text.split('\n')) as [string[], string[]];
	let shared = 0;
	while (shared < lines[0].length && lines[0][shared] === lines[1][shared]) shared++;
	const [one, other] = lines.map((side) => side.slice(shared).join('\n'));
	const before = lines[0].slice(0, shared).map((line) => `${line}\n`);
	return `${before.join('')}<<<<<<< HEAD\n${one}=======\n${other}>>>>>>> theirs\n`;
}
