import { address } from '../model/address.ts';
import { formatBibtex } from '../cite/bibtex.ts';
import type { CitedPaper } from '../cite/cited-paper.ts';
import { formatDay, formatMoment } from '../language/format.ts';
import type { PaperId } from '../model/id.ts';
import { mergeSaved, type SavedPaper } from './reading-list.ts';
import { formatEntries } from './list-file.ts';
import { download } from './download.ts';
import { importSaved } from './import-list.ts';
import { forgetUnreadable, savedPapers, unreadableTexts } from './stored-papers.ts';
import {
	addSaved,
	canSave,
	markRead,
	onSavedChange,
	removeSaved,
	type Outcome,
} from './storage.ts';
import { words } from '../language/words.ts';

const panel = element('saved-panel');
const filters = element<HTMLFormElement>('filters');
const list = element('saved-papers');
const template = element<HTMLTemplateElement>('saved-paper');
const file = element<HTMLInputElement>('import-file');
const root = panel.dataset['root']!;

const items = new Map<PaperId, HTMLElement>();
// A paper that is read or removed keeps its place until the filter changes, so that nothing jumps away under the hand.
const removed = new Map<PaperId, SavedPaper>();
const held = new Set<PaperId>();

if (canSave()) {
	panel.hidden = false;
	listen();
	onSavedChange(update);
	update();
} else element('no-storage').hidden = false;

function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
	return document.getElementById(id) as Kind;
}

function listen(): void {
	filters.addEventListener('input', () => {
		removed.clear();
		held.clear();
		update();
	});
	filters.addEventListener('submit', (event) => event.preventDefault());
	on('export-bibtex', () => download('reading-list.bib', formatBibtex(shownPapers().map(cited))));
	on('export-json', () => {
		const extra = { site: `${location.origin}${root}/` };
		download('reading-list.json', formatEntries(savedPapers(), extra));
	});
	on('import-json', () => file.click());
	file.addEventListener('change', () => void readFile());
	on('download-unreadable', () => download('unreadable.txt', unreadableTexts().join('\n\n')));
	on('forget-unreadable', () => {
		report(forgetUnreadable());
		update();
	});
}

function on(id: string, press: () => void): void {
	element(id).addEventListener('click', press);
}

async function readFile(): Promise<void> {
	const [chosen] = file.files!;
	if (chosen) element('report').textContent = await importSaved(chosen);
	// The same file again is a change again.
	file.value = '';
}

/** Say what went wrong, if anything did. */
function report(outcome: Outcome): void {
	element('fault').textContent = outcome === 'refused' ? words.savedList.refused : '';
}

function update(): void {
	const saved = savedPapers();
	const isShown = readFilters();
	for (const { id } of saved) removed.delete(id);
	draw(mergeSaved(saved, [...removed.values()]).filter(isShown));
	const shown = saved.filter(isShown).length;
	element('summary').textContent = describe(saved, shown);
	element('greeting').hidden = saved.length > 0;
	element('export-bibtex').hidden = shown === 0;
	element('export-json').hidden = element('about-export').hidden = saved.length === 0;
	filters.hidden = saved.length === 0 && removed.size === 0;
	element('unreadable').hidden = unreadableTexts().length === 0;
}

/** Whether a paper is one that the filters let through. */
function readFilters(): (paper: SavedPaper) => boolean {
	const form = new FormData(filters);
	const words = fold(String(form.get('words'))).split(/\s+/);
	const show = form.get('show');
	return ({ id, title, read }) => {
		const isOfKind = show === 'all' || (show === 'read') === read || held.has(id);
		return isOfKind && words.every((word) => fold(title).includes(word));
	};
}

/** Without case and accents, so that `poincare` finds “Poincaré”. */
function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function shownPapers(): SavedPaper[] {
	return savedPapers().filter(readFilters());
}

function cited({ id, title, titleTex, citeKey = id, firstSeen, saved }: SavedPaper): CitedPaper {
	const url = location.origin + root + address.paper(id);
	const note = words.firstSight(formatDay(firstSeen));
	return { key: citeKey, title, titleTex, url, note, accessed: saved.slice(0, 10) };
}

function describe(saved: readonly SavedPaper[], shown: number): string {
	if (saved.length === 0) return '';
	const unread = saved.filter(({ read }) => !read).length;
	const state = unread === 0 ? words.savedList.allRead : words.savedList.unread(unread);
	const all = `${words.papers(saved.length)}, ${state}`;
	return shown === saved.length ? all : words.savedList.shown(shown, all);
}

/** Show the papers, each by the element it had, so that what has the focus keeps it. */
function draw(papers: readonly SavedPaper[]): void {
	const drawn = papers.map(drawPaper);
	const isSame =
		drawn.length === list.childElementCount &&
		drawn.every((item, place) => item === list.children[place]);
	if (isSame) return;
	const focused = document.activeElement;
	list.replaceChildren(...drawn);
	if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
}

/** A paper, by way of text only: whatever a title holds stays text. */
function drawPaper(paper: SavedPaper): HTMLElement {
	const { id, title, firstSeen, saved, read } = paper;
	const item = items.get(id) ?? createItem(id);
	items.set(id, item);
	const part = (selector: string) => item.querySelector<HTMLElement>(selector)!;
	const isRemoved = removed.has(id);
	part('a').textContent = title;
	part('.note').textContent = words.savedList.when(formatDay(firstSeen), formatMoment(saved));
	part('.mark').textContent = read ? words.savedList.read : words.savedList.markRead;
	part('.mark').setAttribute('aria-pressed', String(read));
	part('.removed span').textContent = words.savedList.removed(title);
	for (const selector of ['h2', '.note', '.buttons']) part(selector).hidden = isRemoved;
	part('.removed').hidden = !isRemoved;
	for (const button of item.querySelectorAll('button'))
		button.ariaLabel = `${button.textContent}: ${title}`;
	// What is pressed keeps its name; that it is pressed is said beside it.
	part('.mark').ariaLabel = `${words.savedList.markRead}: ${title}`;
	return item;
}

function createItem(id: PaperId): HTMLElement {
	const item = (template.content.cloneNode(true) as DocumentFragment).querySelector('li')!;
	const current = () => savedPapers().find((paper) => paper.id === id);
	const press = (selector: string, action: () => Outcome) =>
		item.querySelector(selector)!.addEventListener('click', () => report(action()));
	item.querySelector('a')!.href = root + address.paper(id);
	press('.mark', () => {
		held.add(id);
		return markRead(id, !current()!.read);
	});
	press('.remove', () => {
		const paper = current();
		if (!paper) return 'done';
		removed.set(id, paper);
		held.add(id);
		const outcome = removeSaved(id);
		if (outcome === 'refused') removed.delete(id);
		else item.querySelector<HTMLElement>('.undo')!.focus();
		return outcome;
	});
	press('.undo', () => {
		const outcome = addSaved(removed.get(id)!);
		if (outcome !== 'refused') item.querySelector<HTMLElement>('.remove')!.focus();
		return outcome;
	});
	return item;
}
