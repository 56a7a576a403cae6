import { words } from '../../language/words.ts';
import { completionsOf, type Completion } from '../engine/completions.ts';
import type { FacetValue } from '../engine/facet-table.ts';
import { markActive } from './active-option.ts';
import { makeElement } from './make-element.ts';

/** The names below a search box, as a list that the arrow keys walk through. */
export interface CompletionBox {
	/** Offer names for what the box holds now. */
	offer(names: readonly FacetValue[]): void;
	close(): void;
	/** Whether a key was meant for the list. */
	handleKey(event: KeyboardEvent): boolean;
}

/** Make a text box complete names, as the ARIA pattern of a combobox with a list has it. */
export function createCompletionBox(
	box: HTMLInputElement,
	list: HTMLElement,
	onChoice: (query: string) => void,
): CompletionBox {
	let completions: readonly Completion[] = [];
	let active = none;
	const activate = (place: number) => markActive(box, [...list.children], (active = place));
	const show = (isOpen: boolean) => {
		list.hidden = !isOpen;
		box.setAttribute('aria-expanded', String(isOpen));
		activate(none);
	};
	const choose = (place: number) => {
		const { query } = completions[place]!;
		box.value = query;
		show(false);
		onChoice(query);
	};
	const offer = (names: readonly FacetValue[]) => {
		completions = isAtEnd(box) ? completionsOf(box.value, names) : [];
		list.replaceChildren(...completions.map(drawOption));
		show(completions.length > 0);
	};
	const handleKey = ({ key }: KeyboardEvent) => {
		if (list.hidden) return false;
		const place = placeAfter(key, active, completions.length);
		if (place !== undefined) activate(place);
		else if (key === 'Escape') show(false);
		else if (chooserKeys.has(key) && active !== none) choose(active);
		else return false;
		return true;
	};
	listen(box, list, choose, () => show(false));
	return { offer, close: () => show(false), handleKey };
}

const none = -1;
const chooserKeys: ReadonlySet<string> = new Set(['Enter', 'Tab']);

function listen(
	box: HTMLInputElement,
	list: HTMLElement,
	choose: (place: number) => void,
	close: () => void,
): void {
	// A click takes the focus away before it counts as one.
	list.addEventListener('pointerdown', (event) => event.preventDefault());
	list.addEventListener('click', (event) => {
		const option = (event.target as Element).closest('[role=option]');
		if (option) choose([...list.children].indexOf(option));
	});
	box.addEventListener('blur', close);
}

/** In the middle of a query, its end is not what is being typed. */
function isAtEnd({ selectionStart, value }: HTMLInputElement): boolean {
	return selectionStart === value.length;
}

/** Where an arrow leads to, if the list goes on there; up from the first name, to none. */
function placeAfter(key: string, active: number, length: number): number | undefined {
	if (key === 'ArrowDown' && active < length - 1) return active + 1;
	return key === 'ArrowUp' ? Math.max(none, active - 1) : undefined;
}

function drawOption({ name, count }: Completion, place: number): HTMLLIElement {
	const option = makeElement('li');
	option.role = 'option';
	option.id = `completion-${place}`;
	option.append(name, ' ', makeElement('span', words.papers(count), 'count'));
	return option;
}
