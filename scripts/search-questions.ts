import type { PaperView } from '../src/model/paper-view.ts';

/** What a reader might type, and the papers of which one is meant, by their numbers. */
export interface Question {
	readonly kind: QuestionKind;
	readonly text: string;
	readonly right: ReadonlySet<number>;
}

/** How readers ask for a paper. */
export type QuestionKind = keyof typeof askers;

/**
 * Questions for papers of an archive, made from their titles, `many` of each kind: the same papers give the same
 * questions. Of the months of the archive, every other one is asked for: `half` 0 is the first, the third, …
 */
export function questionsOf(papers: readonly PaperView[], half: number, many: number): Question[] {
	const titles = titlesOf(papers);
	const months = [...new Set(papers.map(monthOf))].toSorted();
	const asked = titles.filter(
		({ number }) => months.indexOf(monthOf(papers[number]!)) % 2 === half,
	);
	return Object.entries(askers).flatMap(([kind, ask]) =>
		asked
			.flatMap((title) => ask(title, titles).map((question) => ({ title, ...question })))
			.toSorted((a, b) => diceOf(a.title, kind.length) - diceOf(b.title, kind.length))
			.slice(0, many)
			.map(({ text, right }) => ({
				kind: kind as QuestionKind,
				text,
				right: new Set(right),
			})),
	);
}

function monthOf({ firstSeen }: PaperView): string {
	return firstSeen.slice(0, 'YYYY-MM'.length);
}

interface Title {
	readonly number: number;
	/** The paper's, whose letters are as good as dice. */
	readonly id: string;
	readonly text: string;
	/** Without punctuation around them. */
	readonly words: readonly string[];
	/** Those that tell something, once each. */
	readonly telling: readonly string[];
	/** What stands before the colon, if it may be a name: `UI-R1`. */
	readonly name?: string | undefined;
	/** The whole title as letters and digits. */
	readonly key: string;
}

// `UI-R1: `
const nameRe = /^([^:\s]+(?: [^:\s]+)?): /;
// `(` of `(RAG)`
const edgeRe = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}+]+$/gu;
// `large`, not `the` or `3D`
const tellingRe = /^\p{L}[\p{L}-]{3,}$/u;
const idle = new Set(
	'with from that this into over your their beyond towards toward through about under what when where which does using based than more most via have are can'.split(
		' ',
	),
);

function titlesOf(papers: readonly PaperView[]): Title[] {
	return papers.map(({ id, title: text }, number) => {
		const words = text
			.split(/\s+/)
			.map((word) => word.replaceAll(edgeRe, ''))
			.filter((word) => word !== '');
		const telling = words.filter(
			(word) => tellingRe.test(word) && !idle.has(word.toLowerCase()),
		);
		const name = nameRe.exec(text)?.[1];
		return { number, id, text, words, telling: [...new Set(telling)], name, key: keyOf(text) };
	});
}

/** Letters and digits alone: `uir1` for `UI-R1`. */
function keyOf(text: string): string {
	return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A number below 1,024, the same whenever it is asked for. */
function diceOf({ id }: Title, throwing: number): number {
	const at = throwing % 4;
	return (Number.parseInt(id.slice(2 * at, 2 * at + 2), 36) * 7 + throwing * 13) % 1_024;
}

/** Where a paper must be to be found: among the first so many. */
export const shown = 3;

type Asker = (
	title: Title,
	titles: readonly Title[],
) => readonly { readonly text: string; readonly right: readonly number[] }[];

const askers = {
	name: (title, titles) => (title.name === undefined ? [] : [askName(title, title.name, titles)]),
	'name of short parts': (title, titles) =>
		title.name !== undefined && hasShortParts(title.name)
			? [askName(title, title.name, titles)]
			: [],
	'name in a title': askMentioned,
	'title with a word wrong or added': (title, titles) => {
		if (title.telling.length < 5) return [];
		const words = diceOf(title, 1) % 2 === 0 ? fourOf(title) : title.words;
		return [{ text: withWrongWord(title, words, titles), right: [title.number] }];
	},
	question: (title) => {
		const [isAbout, ask] = questionForms[diceOf(title, 2) % questionForms.length]!;
		const subject = isAbout === 'name' ? title.name : fourOf(title).join(' ');
		if (subject === undefined || title.telling.length < 4) return [];
		return [{ text: ask(subject), right: [title.number] }];
	},
	'last three words': ({ number, words }, titles) => {
		const text = words.slice(-3).join(' ');
		const alike = titles.filter(({ key }) => key.endsWith(keyOf(text))).length;
		return words.length < 4 || alike > shown ? [] : [{ text, right: [number] }];
	},
	'four words': (title) =>
		title.telling.length < 5 ? [] : [{ text: fourOf(title).join(' '), right: [title.number] }],
	'name with a slip': (title, titles) =>
		title.name === undefined || title.name.length < 6
			? []
			: [{ ...askName(title, title.name, titles), text: withSlip(title, title.name) }],
	'words with a slip': (title) => {
		const words = fourOf(title);
		const at = words.findIndex((word) => word.length > 5);
		if (title.telling.length < 5 || at < 0) return [];
		return [
			{
				text: words.with(at, withSlip(title, words[at]!)).join(' '),
				right: [title.number],
			},
		];
	},
} as const satisfies Record<string, Asker>;

/** A name as people write it, and the papers whose titles begin with it. */
function askName(title: Title, name: string, titles: readonly Title[]) {
	const right = titles.filter((other) => keyOf(other.name ?? '') === keyOf(name));
	return { text: spell(title, name), right: right.map(({ number }) => number) };
}

function spell(title: Title, name: string): string {
	const spellings = [
		name,
		name.toLowerCase(),
		name.toLowerCase().replaceAll(/[-‑–_/]/g, ' '),
		name.toLowerCase().replaceAll(/[-‑–_/\s]/g, ''),
	];
	return spellings[diceOf(title, 3) % spellings.length]!;
}

/** Whether a name has a part that says little by itself: `R1` of `UI-R1`. */
function hasShortParts(name: string): boolean {
	const parts = name.split(/[-‑–_/\s]/);
	return parts.length > 1 && parts.some((part) => part.length < 4);
}

// `GPT-4o`, `Qwen2.5-VL`
const versionRe = /^(?=.*\d)(?=.*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}.-]{2,}$/u;

function askMentioned(title: Title, titles: readonly Title[]) {
	const name = title.words.slice(1).find((word) => versionRe.test(word));
	if (name === undefined) return [];
	const right = titles.filter(({ words }) => words.some((word) => keyOf(word) === keyOf(name)));
	return [{ text: spell(title, name), right: right.map(({ number }) => number) }];
}

/** Four telling words of a title, in its order. */
function fourOf(title: Title): readonly string[] {
	const start = diceOf(title, 4) % Math.max(1, title.telling.length - 3);
	return title.telling.slice(start, start + 4);
}

/** A word that many titles have, put in or in the place of another. */
function withWrongWord(title: Title, words: readonly string[], titles: readonly Title[]): string {
	const other = titles[(diceOf(title, 5) * 31 + title.number) % titles.length]!;
	const wrong = other.telling.find((word) => !title.key.includes(keyOf(word))) ?? 'learning';
	const at = diceOf(title, 6) % words.length;
	const isReplaced = words.length > 4 && tellingRe.test(words[at]!);
	return words.toSpliced(at, isReplaced ? 1 : 0, wrong).join(' ');
}

type QuestionForm = readonly ['name' | 'words', (subject: string) => string];

const questionForms: readonly QuestionForm[] = [
	['name', (name) => `how does ${name} work`],
	['name', (name) => `what is ${name}?`],
	['name', (name) => `How does ${name} work?`],
	['words', (words) => `how does ${words} work`],
	['words', (words) => `is there a paper about ${words}?`],
	['words', (words) => `what are the best methods for ${words}`],
];

/** A letter left out, doubled, swapped with the next or changed. */
function withSlip(title: Title, word: string): string {
	const at = 1 + (diceOf(title, 7) % (word.length - 2));
	const [before, letter, next, after] = [
		word.slice(0, at),
		word[at]!,
		word[at + 1]!,
		word.slice(at + 2),
	];
	const slips = [
		before + next + after,
		before + letter + letter + next + after,
		before + next + letter + after,
		`${before}e${next}${after}`,
	];
	return slips.at(diceOf(title, 0) % slips.length)!;
}
