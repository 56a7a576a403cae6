// What the keys do is loaded when one is pressed, and never while one types.
import url from './keyboard.ts?worker&url';

async function press(detail: string): Promise<void> {
	await import(/* @vite-ignore */ url);
	document.dispatchEvent(new CustomEvent('offprint:key', { detail }));
}

document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
	if (!/^[jkos?]$/.test(key) || ctrlKey || metaKey || altKey) return;
	if ((target as Element).matches('input, textarea, select, [contenteditable]')) return;
	void press(key);
});

document.querySelector('.keys-button')!.addEventListener('click', () => void press('?'));
