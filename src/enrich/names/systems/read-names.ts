import type { Lexicon } from '../../../model/restoration.ts';
import { sentences } from '../../../text/sentences.ts';
import { nameKey } from '../../../text/words.ts';
import { addressKeys } from './addresses.ts';
import { claimReader, wayBit, type ClaimReader } from './claims.ts';
import { explanationOf, type Explanation } from './explanations.ts';
import { bitOf, contextsOf } from './name-contexts.ts';
import { nameSpans, type NameSpan } from './name-spans.ts';
import { splitWords, type Word } from './split-words.ts';
import { titlePhrases } from './title-phrases.ts';

/** A form that may be a name, and what one text says of it. */
export interface NameForm {
	/** As written, in the singular. */
	readonly form: string;
	/** Where it stands: its first word, its last, and their sentence, place after place. */
	readonly places: readonly number[];
	/** The contexts in which it stands, as bits. */
	readonly contexts: number;
	/** The ways in which the paper says that it makes it, as bits. */
	readonly ways: number;
	readonly isRun: boolean;
	/** The words that the text says it stands for. */
	readonly meaning?: string;
	/** Forms beside it in an enumeration. */
	readonly beside: readonly string[];
	/** In how many of its places it is part of a longer form. */
	readonly inside: number;
}

/** What one text says of names, without any other text: plain JSON. */
export interface TextNames {
	readonly forms: readonly NameForm[];
	/** Phrases of the title, which may be the name of what the paper makes and are no other's. */
	readonly phrases: readonly NameForm[];
	/** Where each sentence of the abstract begins, and where the last one ends. */
	readonly sentences: readonly number[];
}

/** The same, with what is counted over all texts and then of no more use. */
export interface ReadText extends TextNames {
	/** The keys of words that it has in lower case. */
	readonly lower: readonly string[];
}

/** All that may be the name of what the paper makes. */
export function formsAndPhrases({ forms, phrases }: TextNames): readonly NameForm[] {
	return [...forms, ...phrases];
}

// `LLMs`, `GPT-4s`; not `DiTs`
const pluralRe = /(?<=[\p{Lu}\d]|\p{Lu}\p{Ll}?\p{Lu})s$/u;

/** Find what may be a name in a title and an abstract. */
export function readNames(title: string, abstract: string, lexicon: Lexicon): ReadText {
	const parts = sentences(abstract);
	const words = splitWords([title, ...parts]);
	const claims = claimReader(words);
	const spans = nameSpans(words, lexicon);
	const drafts: Drafts = new Map();
	const explained = new Set<string>();
	const meanings = spans.map((span) => explanationOf(words, span));
	for (const meaning of meanings) if (meaning) explained.add(placeOf(meaning));
	const isInside = insideOf(spans);
	spans.forEach((span, index) => {
		if (explained.has(placeOf(span))) return;
		const form = span.form.replace(pluralRe, '');
		const draft = draftOf(drafts, form, span);
		addPlace(draft, span, words);
		if (isInside(span)) draft.inside++;
		draft.contexts |=
			contextsOf(words, span, lexicon) | (form === span.form ? 0 : bitOf.plural);
		draft.ways |= claims.waysOf(span, meanings[index]);
		if (meanings[index]) addMeaning(draft, words, meanings[index]);
	});
	addNeighbours(drafts, spans, words);
	const addressed = waysByAddress(abstract);
	return {
		forms: Array.from(drafts.values(), (draft) => addressed(withoutRoom(draft))),
		phrases: readPhrases(words, claims).map(addressed),
		lower: lowerKeys(words),
		sentences: startsOf(parts),
	};
}

interface Draft extends NameForm {
	readonly places: number[];
	readonly beside: string[];
	contexts: number;
	ways: number;
	inside: number;
	meaning?: string;
}

type Drafts = Map<string, Draft>;

function placeOf({ from, to }: Explanation): string {
	return `${from} ${to}`;
}

function draftOf(drafts: Drafts, form: string, { isRun }: NameSpan): Draft {
	let draft = drafts.get(form);
	if (!draft)
		drafts.set(
			form,
			(draft = { form, places: [], contexts: 0, ways: 0, isRun, beside: [], inside: 0 }),
		);
	return draft;
}

const noForms: readonly string[] = [];

/** A list that grew has room for more: together several times what stands in the lists of an archive. */
function withoutRoom(draft: Draft): NameForm {
	const { form, contexts, ways, isRun, meaning, inside } = draft;
	const places = [...draft.places];
	const beside = draft.beside.length > 0 ? [...draft.beside] : noForms;
	const found = { form, places, contexts, ways, isRun, beside, inside };
	return meaning === undefined ? found : { ...found, meaning };
}

function addPlace(draft: Draft, { from, to }: NameSpan, words: readonly Word[]): void {
	draft.places.push(from, to, words[from]!.sentence);
}

function addMeaning(draft: Draft, words: readonly Word[], { from, to }: Explanation): void {
	const meaning = words.slice(from, to + 1).map(({ text }) => text);
	const last = meaning[meaning.length - 1]!;
	draft.meaning ??= meaning.join(' ');
	draft.contexts |=
		bitOf.explained |
		(/^\p{Lu}/u.test(last.slice(last.lastIndexOf('-') + 1)) ? 0 : bitOf.explainedPlain) |
		(last.endsWith('s') ? bitOf.explainedPlural : 0) |
		(last.endsWith('ing') ? bitOf.explainedDoing : 0);
}

/** Whether a span is part of a longer one. */
function insideOf(spans: readonly NameSpan[]): (span: NameSpan) => boolean {
	const ends = new Map<number, number>();
	const runs = spans.filter(({ isRun }) => isRun);
	for (const { from, to } of runs) for (let at = from; at <= to; at++) ends.set(at, to - from);
	return ({ from, to }) => (ends.get(from) ?? 0) > to - from;
}

/** Note of each form those before and behind it in an enumeration. */
function addNeighbours(drafts: Drafts, spans: readonly NameSpan[], words: readonly Word[]): void {
	const singles = spans.filter(({ isRun, isCompound }) => !isRun && !isCompound);
	for (let at = 1; at < singles.length; at++) {
		const [one, two] = [singles[at - 1]!, singles[at]!];
		if (!isEnumerated(words, one.to, two.from)) continue;
		const [a, b] = [one, two].map(({ form }) => form.replace(pluralRe, ''));
		drafts.get(a!)?.beside.push(b!);
		drafts.get(b!)?.beside.push(a!);
	}
}

/** Whether a comma or an `and` stands between two words. */
function isEnumerated(words: readonly Word[], one: number, two: number): boolean {
	const { gap } = words[two]!;
	if (two === one + 1) return /^(?:, ?| ?\/ ?| ?& ?)$/.test(gap);
	return (
		two === one + 2 &&
		gap === ' ' &&
		/^,? $/.test(words[one + 1]!.gap) &&
		/^(?:and|or)$/.test(words[one + 1]!.text)
	);
}

function readPhrases(words: readonly Word[], claims: ClaimReader): NameForm[] {
	return titlePhrases(words).map(({ span, places }) => {
		const isSaid = places.some(({ form, from }) => form === span.form && !words[from]!.isFirst);
		const ways = [span, ...places].reduce(
			(bits, place) => bits | claims.waysOf(place, undefined),
			wayBit.phrase,
		);
		return {
			form: span.form,
			places: [span, ...places].flatMap(({ from, to }) => [from, to, words[from]!.sentence]),
			contexts: bitOf.title | (isSaid ? bitOf.middle : 0),
			// A title that the abstract has in lower case says what is done.
			ways: isSaid || !(ways & wayBit.whole) ? ways : (ways & ~wayBit.whole) | wayBit.inTitle,
			isRun: true,
			beside: [],
			inside: 0,
		};
	});
}

/** Notes of a form that an address of the text is called by it. */
function waysByAddress(text: string): (form: NameForm) => NameForm {
	const keys = addressKeys(text);
	return (form) =>
		keys.has(nameKey(form.form)) ? { ...form, ways: form.ways | wayBit.address } : form;
}

/** The sentences are the abstract, with a space between each. */
function startsOf(parts: readonly string[]): number[] {
	let end = 0;
	return [0, ...parts.map((part) => (end += part.length + 1))];
}

function lowerKeys(words: readonly Word[]): string[] {
	const keys = new Set<string>();
	for (const { text, shape } of words)
		if (shape.isLower) keys.add(text.includes('-') ? nameKey(text) : text);
	return [...keys];
}
