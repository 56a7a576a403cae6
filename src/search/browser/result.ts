import { formatCount, formatDay } from '../../language/format.ts';
import { isDay } from '../../model/id.ts';
import type { PaperText } from './index-client.ts';
import type { FacetTable } from './facet-table.ts';
import { excerptNodes, markedNodes, type Terms } from './marks.ts';

// What a line of a phone has room for.
const shownSystems = 4;

/** What a result is drawn with. */
export interface ResultContext {
	readonly template: HTMLTemplateElement;
	/** Path of the site, with slashes at both ends. */
	readonly root: string;
	readonly table: FacetTable;
	readonly terms: Terms;
}

/** A result, by way of text nodes only: whatever a title or an abstract holds stays text. */
export function drawResult(
	paper: number,
	{ url, title, text, systems }: PaperText,
	{ template, root, table, terms }: ResultContext,
): DocumentFragment {
	const item = template.content.cloneNode(true) as DocumentFragment;
	const link = item.querySelector('a')!;
	link.href = `${root}${url.replace(/^\//, '')}`;
	link.append(...markedNodes(title, terms));
	item.querySelector('.excerpt')!.append(...excerptNodes(text, terms));
	item.querySelector('.note')!.textContent = noteOf(table.describe(paper), systems);
	return item;
}

/** “First seen 11 March 2025 · in 3 digests · Mamba, S4” */
function noteOf(
	{ firstSeen, seen }: ReturnType<FacetTable['describe']>,
	systems: readonly string[],
): string {
	const rest = systems.length - shownSystems;
	return [
		isDay(firstSeen) ? `First seen ${formatDay(firstSeen)}` : '',
		seen > 1 ? `in ${formatCount(seen, 'digest')}` : '',
		systems.slice(0, shownSystems).join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
	]
		.filter((part) => part !== '')
		.join(' · ');
}
