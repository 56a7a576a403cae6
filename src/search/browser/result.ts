import { formatDay } from '../../language/format.ts';
import { isDay } from '../../model/id.ts';
import { excerptOf, markedText, type TextRun } from '../engine/excerpt.ts';
import type { Terms } from '../engine/marks.ts';
import type { IndexedPaper } from '../index-files.ts';
import { withRoot } from './link.ts';
import { makeElement } from './make-element.ts';
import { words } from '../../language/words.ts';

/** A result of a search for some terms, on a site under `root`: `/repo/`. */
export function drawResult(
	paper: IndexedPaper,
	terms: Terms,
	template: HTMLTemplateElement,
	root: string,
): DocumentFragment {
	const item = template.content.cloneNode(true) as DocumentFragment;
	const link = item.querySelector('a')!;
	link.href = withRoot(root, paper.url);
	link.append(...markedText(paper.title, terms).map(drawRun));
	item.querySelector('.excerpt')!.append(...excerptOf(paper.text, terms).map(drawRun));
	item.querySelector('.note')!.textContent = noteOf(paper);
	return item;
}

/** A stretch of a text, marked where it is what was searched for. */
export function drawRun({ text, isMarked }: TextRun): Node {
	return isMarked ? makeElement('mark', text) : document.createTextNode(text);
}

// What a line of a phone has room for.
const shownSystems = 4;

/** “First seen 11 March 2025 · in 3 digests · Mamba, S4” */
function noteOf({ firstSeen, seen, systems }: IndexedPaper): string {
	const rest = systems.length - shownSystems;
	return [
		isDay(firstSeen) ? words.result.firstSeen(formatDay(firstSeen)) : '',
		seen > 1 ? words.inDigests(seen) : '',
		systems.slice(0, shownSystems).join(', ') + (rest > 0 ? words.result.andMore(rest) : ''),
	]
		.filter((part) => part !== '')
		.join(' · ');
}
