import { withoutAddresses } from './addresses.ts';
import { shapeOf, type WordShape } from './word-shape.ts';

/** A word of a title or an abstract, with what its surroundings say. */
export interface Word {
	/** As written: `SiT-XL/2`, `C++`, `π_{0.5}`. */
	readonly text: string;
	/** What stands between it and the word before, ` (` or `, `; empty where a sentence begins. */
	readonly gap: string;
	/** 0 is the title. */
	readonly sentence: number;
	/** Whether a capital tells nothing here, because a sentence, a quotation or an item begins. */
	readonly isFirst: boolean;
	/** `GPT-4` of `GPT-4’s`. */
	readonly isPossessive: boolean;
	readonly shape: WordShape;
}

// `Qwen2.5-VL`, `SiT-XL/2`, `AIME'24`, `llama.cpp`, `V_{0.5}`, `LoRA+`; of `CPT+SFT`, `CPT`
const wordRe =
	/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}⁺⁻]|[_^](?:[\p{L}\p{N}]+(?:\.\p{N}+)?|\{[\p{L}\p{N}.]+\}|\([\p{L}\p{N}.]+\))|[-‑](?=[\p{L}\p{N}])|\.(?=\d)|(?<=\p{L})\.(?=\p{Ll}{2})|['’](?=\d\d(?!\d))|(?<=[SBLHG])\/(?=\d\d?(?!\p{L})))*(?:\+{1,2}(?![\p{L}\p{N}]))?/gu;
// Of `benchmarks-GAIA` and `AgentRxiv-a framework`, where a dash was made a hyphen
const dashRe =
	/-(?=\p{Lu})(?<=(?<![\p{L}\p{N}-])\p{Ll}{4,}s-)|-(?=(?:an?|the|we)(?![\p{L}\p{N}-]))(?<=[\p{L}\p{N}]-)/gu;
const possessiveRe = /^['’´ś]s?\b/;
// `Results: We`, `“We`, `1) We`
const freshRe = /[:•“"]|\d\)/;

/** The words of sentences, in order; the first of these is the title. */
export function splitWords(sentences: readonly string[]): Word[] {
	return sentences.flatMap(wordsOfSentence);
}

function wordsOfSentence(text: string, sentence: number): Word[] {
	const plain = withoutAddresses(text.includes('-') ? text.replace(dashRe, '–') : text);
	const words: Word[] = [];
	let end = 0;
	for (const { 0: word, index } of plain.matchAll(wordRe)) {
		// The `s` of a possessive
		if (index < end) continue;
		const gap = words.length === 0 ? '' : plain.slice(end, index);
		end = index + word.length;
		const mark = plain[end];
		const isPossessive =
			(mark === '’' || mark === "'") && possessiveRe.test(plain.slice(end, end + 3));
		if (isPossessive) end += plain[end + 1] === 's' ? 2 : 1;
		const isFirst = gap === '' || (gap !== ' ' && freshRe.test(gap));
		words.push({ text: word, gap, sentence, isFirst, isPossessive, shape: shapeOf(word) });
	}
	return words;
}
