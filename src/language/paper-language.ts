import { languageOf } from '../model/language.ts';
import { site } from '../site.ts';

/** What papers are written in, whatever the language of the interface. */
export const languageOfPapers = 'en';

/** The `lang` of a paper's own text on a page; none where the page is in the same language. */
export function paperLang(): string | undefined {
	return languageOf(site.language) === languageOfPapers ? undefined : languageOfPapers;
}

/** The `lang` of a word of the interface within a paper's text. */
export function wordsLang(): string | undefined {
	return paperLang() && site.language;
}
