import { drawRun } from './result.ts';
import { withRoot } from './link.ts';
import { makeElement } from './make-element.ts';
import type { Suggestion, SuggestionGroup } from './suggestions.ts';

/** Suggestions as the options of a list, in groups with a name, on a site under `root`: `/repo/`. */
export function drawSuggestions(groups: readonly SuggestionGroup[], root: string): HTMLElement[] {
	let options = 0;
	return groups.map(({ title, suggestions }, number) => {
		const group = makeElement('div');
		const drawn = suggestions.map((suggestion) => drawOption(suggestion, options++, root));
		if (title === undefined) {
			group.role = 'none';
			group.append(...drawn);
			return group;
		}
		const heading = makeElement('p', title, 'label');
		heading.role = 'none';
		heading.id = `suggestions-${number}`;
		group.role = 'group';
		group.setAttribute('aria-labelledby', heading.id);
		group.append(heading, ...drawn);
		return group;
	});
}

/** A link, so that it can be opened beside the page; the keyboard stays in the box. */
function drawOption(
	{ name, note, url }: Suggestion,
	number: number,
	root: string,
): HTMLAnchorElement {
	const option = makeElement('a');
	option.role = 'option';
	option.id = `suggestion-${number}`;
	option.href = withRoot(root, url);
	option.tabIndex = -1;
	const shown = makeElement('span');
	shown.append(...name.map(drawRun));
	option.append(shown);
	if (note !== '') option.append(' ', makeElement('small', note));
	return option;
}
