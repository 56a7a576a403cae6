import { languageOf, type Language } from '../model/language.ts';
import { site } from '../site.ts';
import * as de from './words/de.ts';
import * as en from './words/en.ts';

/** Every word of the interface, in rooms. */
export type Words = typeof en;

/** The words of each language. */
export const wordsIn: Readonly<Record<Language, Words>> = { en, de };

/** The words of the archive at hand. In compiled pages its one language stands in the place of this file. */
export const words: Words = new Proxy({} as Words, {
	get: (_, room: keyof Words) => wordsIn[languageOf(site.language) ?? 'en'][room],
});
