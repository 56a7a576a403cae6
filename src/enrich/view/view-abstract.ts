import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { address } from '../../model/address.ts';
import type { Keep } from '../../model/keep.ts';
import type { PaperView } from '../../model/paper-view.ts';
import { excerptFrom } from '../../text/excerpt.ts';
import { sentences } from '../../text/sentences.ts';
import { tellingSentence } from '../../text/telling-sentence.ts';
import { linkNames } from '../names/link-names.ts';
import type { RestoredTexts } from '../restore/restore-texts.ts';
import { markStretch, type Stretch } from './mark-stretch.ts';

/** Two lines of a phone. */
export const excerptLength = 200;

/** A restored abstract as readers see it: whole, with links, and with the sentence marked that says what the paper does. */
export function viewAbstract(
	{ plain, tree }: ReturnType<RestoredTexts['of']>['abstract'],
	systems: PaperView['systems'],
	keep: Keep,
): Pick<PaperView, 'abstract' | 'html' | 'excerpt'> {
	const marks = isPlain(tree, plain) ? '' : JSON.stringify(tree);
	const input = [plain, marks, JSON.stringify(systems)];
	return { abstract: plain, ...keep('abstracts', input, () => markUp(plain, tree, systems))! };
}

/** Whether a tree says no more than its line, as most do. */
function isPlain([first, ...others]: readonly ElementContent[], line: string): boolean {
	return others.length === 0 && first?.type === 'text' && first.value === line;
}

function markUp(
	plain: string,
	tree: readonly ElementContent[],
	systems: PaperView['systems'],
): Pick<PaperView, 'html' | 'excerpt'> {
	const linked = linkNames(
		tree,
		systems.flatMap(({ name, slug }) => (slug === undefined ? [] : { name, slug })),
		(slug) => `../..${address.system(slug)}`,
	);
	const parts = sentences(plain);
	const telling = tellingSentence(parts);
	const children = markStretch(linked, stretchOf(telling, parts), 'telling');
	return {
		html: toHtml({ type: 'element', tagName: 'p', properties: {}, children }),
		excerpt:
			plain.length <= excerptLength
				? plain
				: excerptFrom(parts.slice(telling), excerptLength),
	};
}

/** Where one of a text's sentences stands. */
function stretchOf(index: number, parts: readonly string[]): Stretch {
	const start = parts.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
	return { start, end: start + parts[index]!.length };
}
