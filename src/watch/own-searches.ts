import { formatDay } from '../language/format.ts';
import { words } from '../language/words.ts';
import type { Day } from '../model/id.ts';
import { keptSearches, storeSearches, type KeptSearch } from '../saved/kept-searches.ts';
import { savedIds } from '../saved/storage.ts';
import { createSearchEngine, type SearchEngine } from '../search/engine/engine.ts';
import type { IndexedPaper } from '../search/index-files.ts';
import { searchSource } from '../search/engine/source.ts';
import { readState } from '../search/engine/state.ts';
import { makeElement } from '../search/browser/make-element.ts';
import { makeLink } from '../search/browser/link.ts';
import { describeQuestion } from './describe-question.ts';

// What is shown of a paper is a file of its own.
const mostShown = 12;

const panel = document.getElementById('own-searches')!;
const list = panel.querySelector('ul')!;
const root = panel.dataset['root']!;
const kept = keptSearches();
if (kept.length > 0) {
	panel.hidden = false;
	void drawAll();
}

/** Show each search with what came since it was last looked at, and note that it was. */
async function drawAll(): Promise<void> {
	const engine = createSearchEngine(searchSource(panel.dataset['index']!), savedIds);
	try {
		const newest = await engine.newestDay();
		const items = await Promise.all(kept.map((search) => drawSearch(search, engine)));
		list.replaceChildren(...items);
		storeSearches(kept.map((search) => ({ ...search, until: newest ?? search.until })));
	} catch {
		list.replaceChildren(makeElement('li', words.ownSearches.failed));
	}
}

async function drawSearch({ search, until }: KeptSearch, engine: SearchEngine) {
	const papers = await newPapers(engine, search, until);
	const isMore = papers.length === mostShown;
	const item = makeElement('li');
	const titles = makeElement('ul');
	titles.append(...papers.map(drawPaper));
	item.append(
		makeLink(wordsOf(search), root, `/search/${search}`),
		makeElement('p', words.ownSearches.since(papers.length, isMore, formatDay(until)), 'note'),
		titles,
	);
	return item;
}

function wordsOf(search: string): string {
	const { query, chosen } = readState(search);
	const { topic, system, code, when, digest } = chosen;
	const asked = { query, topics: topic, systems: system, isWithCode: code.length > 0 };
	const dates = words.asked.either([...when, ...digest]);
	return [describeQuestion(asked), dates].filter((part) => part !== '').join(', ');
}

function drawPaper({ title, url }: IndexedPaper): HTMLElement {
	const item = makeElement('li');
	item.append(makeLink(title, root, url));
	return item;
}

/** The papers of a search that the archive first saw after a day, newest first. */
async function newPapers(
	engine: SearchEngine,
	search: string,
	until: Day,
): Promise<IndexedPaper[]> {
	const { papers, complete, unknown } = await engine.ask({
		...readState(search),
		sort: 'newest',
	});
	if (unknown.length > 0) return [];
	const newest = papers.slice(0, Math.min(complete, mostShown));
	const loaded = await Promise.all(newest.map((paper) => engine.load(paper)));
	return loaded.filter(({ firstSeen }) => firstSeen > until);
}
