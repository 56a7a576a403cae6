// What the keys do is loaded when one is pressed, and never while one types.
import url from './keyboard.ts?worker&url';

document.addEventListener('keydown', async (event) => {
	const { key, target } = event;
	if (!/^[jkos?]$/.test(key) || event.ctrlKey || event.metaKey || event.altKey) return;
	if ((target as Element).matches('input, textarea, select, [contenteditable]')) return;
	await import(/* @vite-ignore */ url);
	document.dispatchEvent(new CustomEvent('offprint:key', { detail: key }));
});
