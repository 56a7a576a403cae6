import { formatCount } from '../../language/format.ts';
import { foldWord } from '../search-text.ts';
import { initialOf } from '../word-file.ts';
import type { FacetValue } from './facet-table.ts';

const offered = 6;
// From one letter every name follows.
const shortestBeginning = 2;
// As many words as a name has.
const longestName = 4;

/** A name that the end of a query may become, and the query that it would make. */
export interface Completion {
	readonly name: string;
	readonly count: number;
	readonly query: string;
}

/** Names that begin as a query ends: `linear mam` may become `linear Mamba`. */
export function completionsOf(query: string, names: readonly FacetValue[]): Completion[] {
	for (const { start, beginning } of beginningsOf(query)) {
		const found = names.filter(({ value }) => {
			const name = foldWord(value);
			return name !== beginning && name.startsWith(beginning);
		});
		if (found.length === 0) continue;
		return found.slice(0, offered).map(({ value, count }) => ({
			name: value,
			count,
			query: query.slice(0, start) + value,
		}));
	}
	return [];
}

/** The initials of the names that the end of a query may become. */
export function initialsToComplete(query: string): string[] {
	return beginningsOf(query).map(({ beginning }) => initialOf(beginning));
}

/** What of a query may be the beginning of a name, the longest first. */
function beginningsOf(query: string): { start: number; beginning: string }[] {
	return Array.from(query.matchAll(/(?<!\S)\S/g), ({ index }) => index)
		.slice(-longestName)
		.map((start) => ({ start, beginning: foldWord(query.slice(start)) }))
		.filter(({ beginning }) => beginning.length >= shortestBeginning);
}

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
	let active = -1;
	// A click takes the focus away before it counts as one.
	list.addEventListener('pointerdown', (event) => event.preventDefault());
	list.addEventListener('click', (event) => {
		const option = (event.target as Element).closest('[role=option]');
		if (option) choose([...list.children].indexOf(option));
	});
	box.addEventListener('blur', close);
	return { offer, close, handleKey };

	function offer(names: readonly FacetValue[]): void {
		// In the middle of a query, its end is not what is being typed.
		const isAtEnd = box.selectionStart === box.value.length;
		completions = isAtEnd ? completionsOf(box.value, names) : [];
		list.replaceChildren(...completions.map(drawOption));
		setActive(-1);
		list.hidden = completions.length === 0;
		box.setAttribute('aria-expanded', String(!list.hidden));
	}

	function close(): void {
		list.hidden = true;
		box.setAttribute('aria-expanded', 'false');
		setActive(-1);
	}

	function handleKey({ key }: KeyboardEvent): boolean {
		if (list.hidden) return false;
		if (key === 'Escape') close();
		else if (key === 'ArrowDown' && active < completions.length - 1) setActive(active + 1);
		else if (key === 'ArrowDown') return false;
		else if (key === 'ArrowUp') setActive(Math.max(-1, active - 1));
		else if ((key === 'Enter' || key === 'Tab') && active >= 0) choose(active);
		else return false;
		return true;
	}

	function setActive(place: number): void {
		active = place;
		[...list.children].forEach((option, index) =>
			option.setAttribute('aria-selected', String(index === active)),
		);
		const id = list.children[active]?.id;
		if (id === undefined) box.removeAttribute('aria-activedescendant');
		else box.setAttribute('aria-activedescendant', id);
	}

	function choose(place: number): void {
		const choice = completions[place]!;
		box.value = choice.query;
		close();
		onChoice(choice.query);
	}
}

function drawOption({ name, count }: Completion, place: number): HTMLLIElement {
	const option = document.createElement('li');
	const papers = document.createElement('span');
	option.role = 'option';
	option.id = `completion-${place}`;
	papers.className = 'count';
	papers.textContent = formatCount(count, 'paper');
	option.append(name, ' ', papers);
	return option;
}
