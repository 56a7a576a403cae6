import { words } from '../../language/words.ts';
import { receivedLabel } from '../index-files.ts';
import { findMarks, type Mark, type Terms } from './marks.ts';

/** A stretch of a text as it is shown, marked where it is one of the terms. */
export interface TextRun {
	readonly text: string;
	readonly isMarked: boolean;
}

/** All of a text, with the terms marked. */
export function markedText(text: string, terms: Terms): TextRun[] {
	return runsOf(text, findMarks(text, terms), 0, text.length);
}

/** The passage of an abstract that has most of the terms, with ellipses where it was cut. */
export function excerptOf(searched: string, terms: Terms): TextRun[] {
	const at = searched.lastIndexOf(` ${receivedLabel}`);
	const abstract = at < 0 ? searched : searched.slice(0, at);
	const inAbstract = findMarks(abstract, terms);
	// A formula as received is not in the text as shown.
	const whole =
		abstract +
		searched
			.slice(at < 0 ? searched.length : at)
			.replace(receivedLabel, words.result.asReceived);
	const [text, marks] =
		inAbstract.length > 0 ? [abstract, inAbstract] : [whole, findMarks(whole, terms)];
	const shown = marks.length > 0 ? text : abstract;
	const { start, end } = bestPassage(shown, marks);
	return [
		...(start > 0 ? [plain('… ')] : []),
		...runsOf(shown, marks, start, end),
		...(end < shown.length ? [plain(' …')] : []),
	];
}

function plain(text: string): TextRun {
	return { text, isMarked: false };
}

function runsOf(text: string, marks: readonly Mark[], from: number, to: number): TextRun[] {
	const runs: TextRun[] = [];
	let at = from;
	for (const { start, end } of marks) {
		if (start < at || end > to) continue;
		runs.push(plain(text.slice(at, start)), { text: text.slice(start, end), isMarked: true });
		at = end;
	}
	return [...runs, plain(text.slice(at, to))];
}

const excerptLength = 250;
// So much may stand before the first mark.
const lead = 60;
// `. ` before the next sentence
const sentenceEndRe = /[.!?]['"”’)]?\s+(?=[\p{Lu}\p{N}"“])/gu;

/** Most different terms, then most marks, then the earliest; it begins with a sentence or a word. */
function bestPassage(text: string, marks: readonly Mark[]): { start: number; end: number } {
	if (text.length <= excerptLength) return { start: 0, end: text.length };
	let best = { start: 0, score: -1 };
	for (const from of [0, ...marks.map(({ start }) => start)]) {
		const inside = marks.filter(
			({ start, end }) => start >= from && end <= from + excerptLength - lead,
		);
		const score = 10 * new Set(inside.map(({ term }) => term)).size + inside.length;
		if (score > best.score) best = { start: from, score };
	}
	const start = beginning(text, best.start);
	const limit = Math.min(text.length, start + excerptLength);
	const space = limit === text.length ? limit : text.lastIndexOf(' ', limit);
	return { start, end: space > start ? space : limit };
}

/** Where a passage begins that has `place` near its start. */
function beginning(text: string, place: number): number {
	if (place <= lead) return 0;
	const sentence = Array.from(text.slice(0, place).matchAll(sentenceEndRe)).at(-1);
	const sentenceStart = sentence ? sentence.index + sentence[0].length : 0;
	if (place - sentenceStart <= lead) return sentenceStart;
	return text.indexOf(' ', place - lead / 2) + 1;
}
