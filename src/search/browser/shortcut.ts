// `/` and Ctrl-K (Command-K on a Mac) go to the first search box of the page.
document.addEventListener('keydown', (event) => {
	if (event.defaultPrevented || isTyping(event) || !isShortcut(event)) return;
	const boxes = document.querySelectorAll<HTMLInputElement>('input[name=q]');
	const box = [...boxes].find((candidate) => candidate.checkVisibility());
	if (!box) return;
	event.preventDefault();
	box.focus();
	box.select();
});

function isTyping({ target }: KeyboardEvent): boolean {
	return (target as Element).matches(
		'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]',
	);
}

function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
	const hasCommand = ctrlKey || metaKey;
	if (key === '/') return !hasCommand && !altKey;
	return key.toLowerCase() === 'k' && hasCommand && !altKey && !shiftKey;
}
