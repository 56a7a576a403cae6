import { isSingle, isTyped } from '../../keyboard/single-keys.ts';

// `/` and Ctrl-K (Command-K on a Mac) open a search over the page; on the search page, they go to its box.
// All that it takes is loaded when it is first opened.
const [url] = Object.values(
	import.meta.glob<string>('./search-dialog.ts', {
		query: '?worker&url',
		import: 'default',
		eager: true,
	}),
);

document.addEventListener('keydown', (event) => {
	if (event.defaultPrevented || isTyped(event) || !isShortcut(event)) return;
	event.preventDefault();
	const own = document.querySelector<HTMLInputElement>('#query');
	if (own) focus(own);
	else void openDialog();
});

async function openDialog(): Promise<void> {
	try {
		await import(/* @vite-ignore */ url!);
		document.dispatchEvent(new Event('offprint:search'));
	} catch {
		// Out of reach of the network, the box of the page is there; one that is hidden takes no focus.
		document.querySelectorAll<HTMLInputElement>('input[name=q]').forEach(focus);
	}
}

function focus(box: HTMLInputElement): void {
	box.focus();
	box.select();
}

function isShortcut(event: KeyboardEvent): boolean {
	const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
	if (key === '/') return isSingle(event);
	return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
