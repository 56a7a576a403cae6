import { headLength, titleLength } from './claims.ts';
import { isPlaceholder, type NameSpan } from './name-spans.ts';
import type { Word } from './split-words.ts';

/** A phrase of a title that may be a name, and where the abstract has it, in whatever case. */
export interface TitlePhrase {
	readonly span: NameSpan;
	readonly places: readonly NameSpan[];
}

const partings: ReadonlySet<string> = new Set(
	'a an and as at by for from in is are of on or the through to under using via with without towards toward when how'.split(
		' ',
	),
);
const longestHead = 6;
const longestPhrase = 4;

/** The head of a title, and its runs of two to four words, those that the abstract has. */
export function titlePhrases(words: readonly Word[]): TitlePhrase[] {
	const end = titleLength(words);
	const spans = [...headSpans(words, end), ...runSpans(words, end)].filter(
		({ form }) => !isPlaceholder(form),
	);
	const places = placesByWord(
		words,
		end,
		new Set(spans.map(({ from }) => folded(words[from]!.text))),
	);
	const seen = new Set<string>();
	return spans.flatMap((span) => {
		const place = `${span.from} ${span.to}`;
		if (seen.has(place)) return [];
		seen.add(place);
		const found = placesOf(span, words, places);
		const isHead = span.from === 0 && span.to + 1 === headLength(words, end);
		return found.length > 0 || isHead ? { span, places: found } : [];
	});
}

// `The Hydra: …`
const leadingRe = /^(?:The|A|An|Introducing)$/;
// `Hydra Fast`, `R&B`, `A.S.E`
const headGapRe = /^[ &.]$/;

function headSpans(words: readonly Word[], end: number): NameSpan[] {
	const colon = headLength(words, end);
	// `Hydra-4-reasoning Technical Report`, `Hydra Open Technical Report`
	const report = words.findIndex(({ text }, index) => index < end && text === 'Technical');
	if (report > 1 || (report === 1 && words[0]!.shape.isCompound))
		return [spanOf(words, 0, report - 1)];
	const isLed = colon > 1 && words[1]!.gap === ' ' && leadingRe.test(words[0]!.text);
	const from = isLed ? 1 : 0;
	const isShort =
		colon - from <= longestHead && (colon - from > 1 || (colon > 0 && isUnread(words[from]!)));
	return isShort && words.slice(from + 1, colon).every(({ gap }) => headGapRe.test(gap))
		? [spanOf(words, from, colon - 1)]
		: [];
}

/** Whether a word by itself is no form: `learn`, and `Learn-by-interact`, of which only the beginning is. */
function isUnread({ shape: { name, isCompound } }: Word): boolean {
	return name === undefined || isCompound;
}

function runSpans(words: readonly Word[], end: number): NameSpan[] {
	const spans: NameSpan[] = [];
	let from = 0;
	for (let at = 0; at <= end; at++) {
		if (at < end && isPart(words[at]!) && (at === from || words[at]!.gap === ' ')) continue;
		for (let start = Math.max(from, at - longestPhrase); at - start >= 2; start++)
			spans.push(spanOf(words, start, at - 1));
		from = at < end && isPart(words[at]!) ? at : at + 1;
	}
	return spans;
}

function isPart({ text, shape: { isCapital, isVersion } }: Word): boolean {
	return (isCapital || isVersion || /^\p{Lu}/u.test(text)) && !partings.has(text.toLowerCase());
}

function spanOf(words: readonly Word[], from: number, to: number): NameSpan {
	const form = words
		.slice(from, to + 1)
		.map(({ text, gap }, index) => (index === 0 ? text : gap.replace(/^[^&.]*$/, ' ') + text))
		.join('');
	return { form, from, to, isRun: true, isCompound: false };
}

/** Where the abstract has some words. */
function placesByWord(
	words: readonly Word[],
	end: number,
	wanted: ReadonlySet<string>,
): Map<string, number[]> {
	const places = new Map<string, number[]>();
	for (let at = end; at < words.length; at++) {
		const key = folded(words[at]!.text);
		if (!wanted.has(key)) continue;
		const known = places.get(key);
		if (known) known.push(at);
		else places.set(key, [at]);
	}
	return places;
}

function placesOf(
	span: NameSpan,
	words: readonly Word[],
	places: ReadonlyMap<string, readonly number[]>,
): NameSpan[] {
	const keys = words.slice(span.from, span.to + 1).map(({ text }) => folded(text));
	return (places.get(keys[0]!) ?? [])
		.filter((at) =>
			keys.every(
				(key, offset) =>
					words[at + offset] !== undefined && folded(words[at + offset]!.text) === key,
			),
		)
		.map((at) => spanOf(words, at, at + keys.length - 1));
}

/** A word in lower case and the singular. */
function folded(word: string): string {
	return (word.endsWith('s') ? word.slice(0, -1) : word).toLowerCase();
}
