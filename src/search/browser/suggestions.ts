import { formatDay } from '../../language/format.ts';
import { address } from '../../model/address.ts';
import { isDay } from '../../model/id.ts';
import type { Answer } from '../engine/engine.ts';
import { markedText, type TextRun } from '../engine/excerpt.ts';
import type { NamedPage } from '../engine/named-pages.ts';
import { readState, writeState } from '../engine/state.ts';
import type { IndexedPaper } from '../index-files.ts';
import { nameOfLead } from './leads.ts';
import { words } from '../../language/words.ts';

/** A line below the search box that leads somewhere. */
export interface Suggestion {
	/** What it is called, marked where it is what was asked for. */
	readonly name: readonly TextRun[];
	/** What is said of it: “12 papers”. */
	readonly note: string;
	/** From the root of the site. */
	readonly url: string;
}

/** Suggestions of one kind; those without a title come last and stand for themselves. */
export interface SuggestionGroup {
	readonly title?: string;
	readonly suggestions: readonly Suggestion[];
}

/** What a query leads to: topics, systems and dates, its first papers, and the whole answer. */
export function suggestionsFor(
	query: string,
	pages: readonly NamedPage[],
	answer: Pick<Answer, 'leads' | 'papers' | 'terms'>,
	papers: readonly IndexedPaper[],
): SuggestionGroup[] {
	const ofKind = (kind: NamedPage['kind']) =>
		pages
			.filter((page) => page.kind === kind)
			.map(({ name, url, count }) => plain(name, url, words.papers(count)));
	const dates = answer.leads.filter(({ kind }) => dateKinds.has(kind));
	const all = words.papers(answer.papers.length);
	return [
		{ title: words.dialog.topics, suggestions: ofKind('topic') },
		{ title: words.dialog.systems, suggestions: ofKind('system') },
		{
			title: words.dialog.dates,
			suggestions: dates.map((lead) => plain(nameOfLead(lead), lead.url)),
		},
		{
			title: words.dialog.papers,
			suggestions: papers.map(({ title, url, firstSeen, seen }) => ({
				name: markedText(title, answer.terms),
				url,
				note: whenSeen(firstSeen, seen),
			})),
		},
		...(papers.length > 0
			? [{ suggestions: [plain(words.dialog.all(query), searchUrl(query), all)] }]
			: []),
	].filter(({ suggestions }) => suggestions.length > 0);
}

/** The searches that the reader made before. */
export function recentSuggestions(queries: readonly string[]): SuggestionGroup[] {
	if (queries.length === 0) return [];
	const suggestions = queries.map((query) => plain(query, searchUrl(query)));
	return [{ title: words.dialog.recent, suggestions }];
}

/** The address of the whole answer to a query. */
export function searchUrl(query: string): string {
	return address.search + writeState({ ...readState(''), query });
}

const dateKinds: ReadonlySet<string> = new Set(['digest', 'month', 'year']);

function plain(text: string, url: string, note = ''): Suggestion {
	return { name: [{ text, isMarked: false }], url, note };
}

/** “11 March 2025, in 3 digests” */
function whenSeen(firstSeen: string, seen: number): string {
	const day = isDay(firstSeen) ? formatDay(firstSeen) : '';
	return seen > 1 ? `${day}, ${words.inDigests(seen)}` : day;
}
