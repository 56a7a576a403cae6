import { words } from '../language/words.ts';

// `j` and `k` go from paper to paper, `o` opens, `s` saves, `?` lists the keys.
const items = '.entries > li, .titles > li';

// Other sites of the host share the storage: the base path makes the key this site's own. `theme.js` reads it.
const storageKey = `offprint:${import.meta.env.BASE_URL}:keys`;

const meanings = {
	j: words.keys.next,
	k: words.keys.before,
	o: words.keys.open,
	s: words.keys.save,
	'/': words.keys.search,
	'?': words.keys.help,
};

const button = document.querySelector<HTMLButtonElement>('.keys-button')!;
const help = makeHelp();
// Once it is there, the browser opens and closes it by its button.
button.popoverTargetElement = help;
help.addEventListener('toggle', ({ newState }) => {
	button.ariaExpanded = String(newState === 'open');
});

const actions: Readonly<Record<string, () => unknown>> = {
	j: () => step(1),
	k: () => step(-1),
	o: () => here()?.click(),
	s: () => (here()?.closest('li') ?? document).querySelector<HTMLElement>('.star')?.click(),
	'?': () => help.togglePopover(),
};

document.addEventListener('offprint:key', (event) => {
	// The page behind a dialog is out of reach.
	if (document.querySelector('dialog[open]')) return;
	const { detail } = event as CustomEvent<string>;
	// The focus is again where it was on the page.
	if (detail !== '?') help.hidePopover();
	actions[detail]!();
});

function makeHelp(): HTMLElement {
	const made = document.createElement('section');
	made.id = 'keys';
	made.popover = 'auto';
	made.role = 'dialog';
	made.ariaLabel = words.keys.title;
	made.tabIndex = -1;
	made.autofocus = true;
	const heading = document.createElement('h2');
	heading.className = 'label';
	heading.textContent = words.keys.title;
	const list = document.createElement('dl');
	list.className = 'keys';
	for (const [key, meaning] of Object.entries(meanings)) {
		const row = document.createElement('div');
		const term = document.createElement('dt');
		const kbd = document.createElement('kbd');
		const text = document.createElement('dd');
		kbd.textContent = key;
		text.textContent = meaning;
		term.append(kbd);
		row.append(term, text);
		list.append(row);
	}
	made.append(heading, list, makeChoice());
	document.body.append(made);
	return made;
}

/** Who speaks to the browser, or hits keys by mistake, can turn them off; where nothing can be stored, for the page. */
function makeChoice(): HTMLElement {
	const { dataset } = document.documentElement;
	const label = document.createElement('label');
	const box = document.createElement('input');
	box.type = 'checkbox';
	box.checked = dataset['keys'] !== 'off';
	box.addEventListener('change', () => {
		const choice = box.checked ? 'on' : 'off';
		dataset['keys'] = choice;
		try {
			localStorage.setItem(storageKey, choice);
		} catch {
			// The page has it.
		}
	});
	label.append(box, words.keys.use);
	return label;
}

function links(): HTMLAnchorElement[] {
	return [...document.querySelectorAll(items)]
		.filter((item) => item.checkVisibility())
		.flatMap((item) => item.querySelector('a') ?? []);
}

/** The link of the paper that one is at. */
function here(): HTMLAnchorElement | undefined {
	const item = document.activeElement!.closest(items);
	return links().find((link) => item?.contains(link));
}

/** On a paper's page, the papers before and behind in the digest. */
function step(by: 1 | -1): void {
	const beside = `.in-digest:not([hidden]) [rel=${by > 0 ? 'next' : 'prev'}]`;
	if (document.querySelector('.in-digest'))
		return document.querySelector<HTMLElement>(beside)?.click();
	const [all, link] = [links(), here()];
	const next = link ? all[all.indexOf(link) + by] : all[0];
	next?.focus();
	next?.scrollIntoView({ block: 'center' });
}
