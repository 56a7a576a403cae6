import type { Lexicon } from '../../../model/restoration.ts';
import type { Word } from './split-words.ts';

const leadingRe =
	/^(?:introduces?|propos(?:e|es|ing)|presents?|introducing|release|develop|build|call|called|named|dubbed|termed)$/;
const articleRe = /^(?:an?|the|our|which)$/;

/** Whether a word in lower case can only be a name: `we introduce gg-bench, a collection`. */
export function isLowerName(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
	const next = words[at + 1];
	const { text, gap, shape } = words[at]!;
	return (
		next !== undefined &&
		shape.isLower &&
		gap === ' ' &&
		next.gap === ', ' &&
		articleRe.test(next.text) &&
		leadingRe.test(words[at - 1]!.text) &&
		text.split('-').some((part) => !lexicon.has(part))
	);
}
