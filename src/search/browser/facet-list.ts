import { formatDigest, formatMonth, formatNumber } from '../../language/format.ts';
import { longFacets } from '../facet-file.ts';
import { isDigestId } from '../../model/id.ts';
import type { FacetCounts, FacetGroup, FacetValue } from './facet-table.ts';
import type { ChoiceName, SearchState } from './state.ts';

// What one takes in at a glance; the others are one click away.
const shownValues = 8;

interface GroupView {
	readonly group: FacetGroup;
	readonly title: string;
	/** Its list in the address. */
	readonly choice: ChoiceName;
	nameOf(value: string): string;
}

const asItIs = (value: string) => value;

const views: readonly GroupView[] = [
	{ group: 'topic', title: 'Topic', choice: 'topic', nameOf: asItIs },
	{ group: 'system', title: 'System', choice: 'system', nameOf: asItIs },
	{ group: 'code', title: 'Code', choice: 'code', nameOf: () => 'Has code' },
	{ group: 'year', title: 'Year', choice: 'when', nameOf: asItIs },
	{ group: 'month', title: 'Month', choice: 'when', nameOf: formatMonth },
	{
		group: 'digest',
		title: 'Digest',
		choice: 'digest',
		nameOf: (value) => (isDigestId(value) ? formatDigest(value) : value),
	},
];

/** The lists by which a search is narrowed. Those that were unfolded stay so from one answer to the next. */
export interface FacetList {
	/** `isCut` says that long lists have further values, not counted yet. */
	draw(counts: FacetCounts, chosen: SearchState['chosen'], isCut: boolean): void;
	/** What is ticked. */
	chosen(): SearchState['chosen'];
}

/** Draw the lists into a form, each behind its own heading. `complete` is called for the values not counted yet; it draws anew. */
export function createFacetList(
	form: HTMLFormElement,
	place: HTMLElement,
	complete: () => Promise<void>,
): FacetList {
	const unfolded = new Set<FacetGroup>();
	return { draw, chosen };

	function chosen(): SearchState['chosen'] {
		const data = new FormData(form);
		const all = (name: ChoiceName) => data.getAll(name).map(String);
		return {
			when: all('when'),
			digest: all('digest'),
			topic: all('topic'),
			system: all('system'),
			code: all('code'),
		};
	}

	function draw(counts: FacetCounts, ticked: SearchState['chosen'], isCut: boolean): void {
		const focused = form.contains(document.activeElement)
			? document.activeElement!.id
			: undefined;
		const redraw = () => draw(counts, ticked, isCut);
		const groups = views.flatMap((view) =>
			drawGroup(view, counts, ticked, isCut && isLong(view.group), redraw),
		);
		place.replaceChildren(...groups);
		if (focused !== undefined) document.getElementById(focused)?.focus();
	}

	function drawGroup(
		view: GroupView,
		counts: FacetCounts,
		ticked: SearchState['chosen'],
		isCut: boolean,
		redraw: () => void,
	): HTMLElement[] {
		const values = withChosen(view, counts[view.group], ticked[view.choice]);
		if (values.length === 0 && !isCut) return [];
		const isChosen = ({ value }: FacetValue) => ticked[view.choice].includes(value);
		const shown = unfolded.has(view.group)
			? values
			: values.filter((value, rank) => rank < shownValues || isChosen(value));
		const group = element('fieldset');
		const list = element('ul');
		list.append(...shown.map((value) => drawValue(view, value, isChosen(value))));
		group.append(element('legend', view.title, 'label'), list);
		if (values.length > shownValues || isCut) {
			group.append(drawFold(view, isCut ? undefined : values.length - shown.length, redraw));
		}
		return [group];
	}

	/** The button below a list. How many values it hides is not known where not all are counted. */
	function drawFold(
		{ group, title }: GroupView,
		hidden: number | undefined,
		redraw: () => void,
	): HTMLButtonElement {
		const isOpen = hidden !== undefined && unfolded.has(group);
		const more = hidden === undefined ? 'More' : `${formatNumber(hidden)} more`;
		const button = element('button', isOpen ? 'Fewer' : more, 'fold');
		button.type = 'button';
		button.id = `fold-${group}`;
		button.setAttribute('aria-expanded', String(isOpen));
		button.setAttribute('aria-label', `${button.textContent}: ${title}`);
		button.addEventListener('click', () => {
			if (isOpen) unfolded.delete(group);
			else unfolded.add(group);
			if (hidden === undefined) void complete();
			else redraw();
		});
		return button;
	}
}

function isLong(group: FacetGroup): boolean {
	return (longFacets as readonly FacetGroup[]).includes(group);
}

/** What is chosen stays in view, so that it can be taken back, also where it leaves nothing. */
function withChosen(
	{ group, choice }: GroupView,
	values: readonly FacetValue[],
	chosen: readonly string[],
): FacetValue[] {
	const known = new Set(values.map(({ value }) => value));
	const missing = chosen.filter(
		(value) => !known.has(value) && (choice !== 'when' || isYear(value) === (group === 'year')),
	);
	return [...values, ...missing.map((value) => ({ value, count: 0 }))];
}

function isYear(value: string): boolean {
	return value.length === 4;
}

function drawValue(
	{ group, choice, nameOf }: GroupView,
	{ value, count }: FacetValue,
	isChosen: boolean,
): HTMLLIElement {
	const row = element('li');
	const label = element('label');
	const box = element('input');
	box.type = 'checkbox';
	box.name = choice;
	box.value = value;
	box.id = `${group}-${encodeURIComponent(value)}`;
	box.checked = isChosen;
	label.append(
		box,
		element('span', nameOf(value), 'name'),
		element('span', formatNumber(count), 'count'),
	);
	row.append(label);
	return row;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	text?: string,
	className?: string,
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	if (text !== undefined) made.textContent = text;
	if (className !== undefined) made.className = className;
	return made;
}
