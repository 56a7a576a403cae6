import { withoutHyphens } from '../../text/words.ts';

// Shortly before a name: `We propose a method of ours, `
const introducingRe = /(?:propos|introduc|present|develop|design)\w* [^.]{0,60}$/;
const longestIntroduction = 90;

/** Whether a text has a name, whatever its case and hyphens. */
export function mentions(text: string, name: string): boolean {
	return withoutHyphens(text).includes(withoutHyphens(name));
}

/** Whether a text says that it introduces something of this name. */
export function introduces(text: string, name: string): boolean {
	const at = withoutHyphens(text).indexOf(withoutHyphens(name));
	const before = text.slice(Math.max(0, at - longestIntroduction), Math.max(0, at));
	return introducingRe.test(before);
}

/** Whether a text uses words as a name: with capitals, elsewhere than at a sentence's beginning. */
export function usesAsName(text: string, name: string): boolean {
	const words = name.trim().split(/[- ]/).map(RegExp.escape);
	return new RegExp(`(?<![.!?] |^)(?<![\\w-])${words.join('[- ]')}(?![a-z])`).test(text);
}
