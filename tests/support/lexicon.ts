import { toHtml } from 'hast-util-to-html';
import { readLexicon } from '../../src/disk/content-folder.ts';
import { typesetText } from '../../src/enrich/view/typeset-texts.ts';
import { createRestorer, type TextSource } from '../../src/enrich/restore/restore-text.ts';

/** The restorer that a build uses. */
const restorer = createRestorer(await readLexicon());

/** A text restored, its tree as HTML too. */
export function restore(text: string, source?: TextSource) {
	const restored = restorer(text, source);
	return { ...restored, html: toHtml([...restored.tree]) };
}

/** A text restored, as it is printed on a page, with the quotes and apostrophes of print. */
export function print(text: string): string {
	return typesetText(restorer(text)).plain;
}
