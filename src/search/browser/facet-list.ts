import { formatNumber } from '../../language/format.ts';
import type { Narrowing } from '../engine/engine.ts';
import type { FacetGroup } from '../engine/facet-table.ts';
import type { ChoiceName, SearchState } from '../engine/state.ts';
import { facetGroups, type Fold, type ShownGroup, type ShownValue } from './facet-groups.ts';
import { makeElement } from './make-element.ts';
import { words } from '../../language/words.ts';

/** The lists by which a search is narrowed. Those that were unfolded stay so from one answer to the next. */
export interface FacetList {
	draw(narrowing: Narrowing, chosen: SearchState['chosen']): void;
	/** Say below them that what they need could not be fetched. */
	fail(): void;
	/** What is ticked. */
	chosen(): SearchState['chosen'];
}

/** Draw the lists into a form. `complete` is called for the values not counted yet; it draws anew. */
export function createFacetList(
	form: HTMLFormElement,
	place: HTMLElement,
	complete: () => void,
): FacetList {
	const unfolded = new Set<FacetGroup>();
	return { draw, fail, chosen: () => chosenIn(form) };

	function fail(): void {
		const said = makeElement('p', words.answer.failed, 'note');
		said.role = 'alert';
		place.querySelector(':scope > p')?.remove();
		place.append(said);
	}

	function draw(narrowing: Narrowing, chosen: SearchState['chosen']): void {
		const onFold = ({ group, fold }: ShownGroup) => {
			if (fold?.isOpen) unfolded.delete(group);
			else unfolded.add(group);
			if (fold?.isCut) complete();
			else draw(narrowing, chosen);
		};
		const groups = facetGroups(narrowing, chosen, unfolded);
		keepingFocus(form, () =>
			place.replaceChildren(...groups.map((group) => drawGroup(group, () => onFold(group)))),
		);
	}
}

function chosenIn(form: HTMLFormElement): SearchState['chosen'] {
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

/** Draw anew what had the focus, and give it back. */
function keepingFocus(form: HTMLFormElement, draw: () => void): void {
	const focused = form.contains(document.activeElement) ? document.activeElement!.id : undefined;
	draw();
	if (focused !== undefined) document.getElementById(focused)?.focus();
}

function drawGroup(group: ShownGroup, onFold: () => void): HTMLElement {
	const made = makeElement('fieldset');
	const list = makeElement('ul');
	list.append(...group.values.map((value) => drawValue(group, value)));
	made.append(makeElement('legend', group.title, 'label'), list);
	if (group.fold) made.append(drawFold(group, group.fold, onFold));
	return made;
}

function drawValue(
	{ group, choice }: ShownGroup,
	{ value, name, count, isChosen }: ShownValue,
): HTMLLIElement {
	const row = makeElement('li');
	const label = makeElement('label');
	const box = makeElement('input');
	box.type = 'checkbox';
	box.name = choice;
	box.value = value;
	box.id = `${group}-${encodeURIComponent(value)}`;
	box.checked = isChosen;
	label.append(
		box,
		makeElement('span', name, 'name'),
		makeElement('span', formatNumber(count), 'count'),
	);
	row.append(label);
	return row;
}

function drawFold(
	{ group, title }: ShownGroup,
	{ label, isOpen }: Fold,
	onFold: () => void,
): HTMLButtonElement {
	const button = makeElement('button', label, 'fold');
	button.type = 'button';
	button.id = `fold-${group}`;
	button.setAttribute('aria-expanded', String(isOpen));
	button.setAttribute('aria-label', `${label}: ${title}`);
	button.addEventListener('click', onFold);
	return button;
}
