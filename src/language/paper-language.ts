import { site } from '../site.ts';

/** What papers are written in, whatever the language of the interface. */
const languageOfPapers = 'en';

// `en`, `en-GB`
const ownRe = /^en\b/;

/** The `lang` of a paper's own text on a page; none where the page is in the same language. */
export function paperLang(): string | undefined {
	return ownRe.test(site.language) ? undefined : languageOfPapers;
}

/** The `lang` of a word of the interface within a paper's text. */
export function wordsLang(): string | undefined {
	return paperLang() && site.language;
}
