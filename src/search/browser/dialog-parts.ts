import { href } from '../../components/href.ts';
import { address } from '../../model/address.ts';
import { makeElement } from './make-element.ts';
import sheet from './search-dialog.css?inline';
import { words } from '../../language/words.ts';

/** Put the dialog of the search on the page, closed; gives its parts. */
export function makeDialog() {
	const dialog = makeElement('dialog', undefined, 'search-dialog');
	dialog.ariaLabel = words.dialog.title;
	const form = makeElement('form');
	form.role = 'search';
	form.action = href(address.search);
	const box = makeBox();
	const close = makeButton(words.dialog.close);
	form.append(box, close);
	const list = makeElement('div');
	list.role = 'listbox';
	list.id = 'suggestions';
	list.ariaLabel = words.dialog.suggestions;
	list.hidden = true;
	const summary = makeElement('p', '', 'note');
	summary.role = 'status';
	const forget = makeButton(words.dialog.forget);
	forget.hidden = true;
	const foot = makeElement('footer');
	foot.append(summary, forget);
	dialog.append(form, list, foot);
	dress();
	document.body.append(dialog);
	return { dialog, form, box, list, summary, forget, close } as const;
}

function makeBox(): HTMLInputElement {
	const box = makeElement('input');
	const attributes = {
		name: 'q',
		type: 'text',
		inputmode: 'search',
		enterkeyhint: 'search',
		role: 'combobox',
		placeholder: words.dialog.placeholder,
		'aria-label': words.dialog.box,
		'aria-autocomplete': 'list',
		'aria-controls': 'suggestions',
		'aria-expanded': 'false',
		autocomplete: 'off',
		autocapitalize: 'off',
		spellcheck: 'false',
	};
	for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
	return box;
}

function makeButton(text: string): HTMLButtonElement {
	const button = makeElement('button', text);
	button.type = 'button';
	return button;
}

/** Its style comes with it, so that no page has it before it is needed. */
function dress(): void {
	const own = new CSSStyleSheet();
	own.replaceSync(sheet);
	document.adoptedStyleSheets.push(own);
}
