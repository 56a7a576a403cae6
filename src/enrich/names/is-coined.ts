import { singularName } from '../../text/words.ts';
import { genericNames } from './generic-names.ts';

/** The pattern of what may be a made-up name: `LLaMA-2`, `GSM++`, `kMaX-DeepLab`. */
export const namePattern =
	'[A-Z][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*\\+{0,2}|[a-z]+[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*';

const nameRe = new RegExp(`^(?:${namePattern})$`);
// `GPT-4`, `CIFAR-10`; not `ICLR-2023`
const versionRe = /^[A-Z][A-Za-z]{2,}-\d{1,3}(?:\.\d+)?[a-z]?$/;
// `LLaMA`, `BERT`, `S4`, `4D`, `C++`
const mixedRe = /[a-z][A-Z]|[A-Z]{2}|[A-Za-z]\d|\d[A-Za-z]|\+$/;
const sizeRe = /-\d+(?:\.\d+)?[BMbm]$/;

/** Whether a word is made up: capitals within, digits, and in no list of common names. */
export function isCoined(word: string): boolean {
	if (word.length < 2 || !nameRe.test(word)) return false;
	const plain = singularName(word);
	if (isGeneric(plain) || isGeneric(word)) return false;
	const parts = plain.split(/[-/]/);
	return versionRe.test(plain) || parts.some((part) => mixedRe.test(part) && !isGeneric(part));
}

function isGeneric(word: string): boolean {
	return genericNames.has(word.toLowerCase());
}

/** The name of a model without its size, which is no part of it: `ProLong` of `ProLong-8B`. */
export function withoutSize(name: string): string {
	return name.replace(sizeRe, '');
}
