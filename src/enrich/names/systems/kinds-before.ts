import type { Word } from './split-words.ts';

const kinds: ReadonlySet<string> = new Set(
	'agent algorithm approach architecture baseline benchmark corpus dataset environment family framework library method metric model module network objective optimizer paradigm pipeline platform protocol recipe scheme simulator strategy suite system technique tokenizer tool toolkit variant'.split(
		' ',
	),
);
const newWords: ReadonlySet<string> = new Set(
	'curated final new novel our proposed resulting'.split(' '),
);
const longestKind = 8;
// `our method, Hydra`, `a new baseline – Hydra`
const apposingRe = /^(?:, | [–—-] )["“]?$/;

/** Whether a name stands behind what a paper says it made: `a new Chinese dataset, Hydra`. */
export function isApposedToKind(words: readonly Word[], from: number): boolean {
	if (!apposingRe.test(words[from]!.gap) || !kinds.has(words[from - 1]!.text)) return false;
	for (let at = from - 1; at > from - longestKind; at--) {
		const word = words[at];
		if (!word) return false;
		if (newWords.has(word.text.toLowerCase())) return true;
		if (word.gap !== ' ') return false;
	}
	return false;
}
