import { isSingle, isTyped } from './single-keys.ts';

// What the keys do is loaded when one is pressed, and never while one types.
const [url] = Object.values(
	import.meta.glob<string>('./keyboard.ts', {
		query: '?worker&url',
		import: 'default',
		eager: true,
	}),
);

document.addEventListener('keydown', (event) => {
	if (/^[jkos?]$/.test(event.key) && isSingle(event) && !isTyped(event)) press(event.key);
});

const button = document.querySelector<HTMLButtonElement>('.keys-button')!;
button.addEventListener('click', () => {
	if (!button.popoverTargetElement) press('?');
});

let loaded: Promise<unknown> | undefined;

function press(detail: string): void {
	// Once, so that keys are heard in the order in which they were pressed.
	loaded ??= import(/* @vite-ignore */ url!);
	void loaded.then(() => document.dispatchEvent(new CustomEvent('offprint:key', { detail })));
}
