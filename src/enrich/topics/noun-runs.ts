import { phraseKey } from '../../text/words.ts';

/** A phrase as it stands in a text, of two words or more. */
export interface Window {
	/** Its stems: the same for all its forms. */
	readonly key: string;
	readonly text: string;
	/** The stem before it and that behind it; empty where grammar or punctuation parts it from them. */
	readonly before: string;
	readonly behind: string;
}

/** Words side by side that grammar and punctuation do not part: `fast text-to-video generation`. */
export interface NounRun {
	/** Of all words, those within a hyphenated one too. */
	readonly stems: readonly string[];
	/** Every phrase in it. */
	readonly windows: readonly Window[];
}

// In words; `text-to-video generation` has four.
const longest = 4;
// `state`, `text-to-video`; or what parts words
const tokenRe = /[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]+/gu;
const hyphenRe = /[-‑]/;
const wordRe = /\p{L}/u;
// `model’s`
const possessiveRe = /[’']s\b/g;

// The words of grammar. What else says little is told by how often titles have it.
const grammar: ReadonlySet<string> = new Set(
	(
		'a an the this that these those it its they them their we our us i you your he his she her one ' +
		'who whom whose which what when where why how and or but nor so yet if then than as ' +
		'at by for from in into of off on onto over per to up via with without within across among between during after before under above below through toward towards against about upon ' +
		'is are was were be been being am do does did done has have had having can could may might must shall should will would not no ' +
		'all any both each either every few many more most much neither none several some such same other another own only also very too just even still ' +
		'while whereas although because since until unless et al'
	).split(' '),
);

/** The runs of a text, one after the other. */
export function* nounRuns(text: string): Generator<NounRun> {
	let run: string[] = [];
	for (const [token] of `${text.replace(possessiveRe, '')} .`.matchAll(tokenRe)) {
		if (wordRe.test(token) && !grammar.has(token.toLowerCase())) run.push(token);
		else {
			if (run.length > 0) yield readRun(run);
			run = [];
		}
	}
}

function readRun(tokens: readonly string[]): NounRun {
	const parts = tokens.map((token) => token.split(hyphenRe).map(phraseKey));
	const windows = tokens.flatMap((_, start) =>
		tokens.slice(start, start + longest).flatMap((_, index): Window[] => {
			const end = start + index + 1;
			const stems = parts.slice(start, end).flat();
			if (stems.length < 2 || stems.length > longest) return [];
			return [
				{
					key: stems.join(' '),
					text: tokens.slice(start, end).join(' '),
					before: parts[start - 1]?.at(-1) ?? '',
					behind: parts[end]?.[0] ?? '',
				},
			];
		}),
	);
	return { stems: parts.flat(), windows };
}
