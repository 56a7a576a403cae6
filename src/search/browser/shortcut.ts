// `/` and Ctrl-K (Command-K on a Mac) go to the first search box of the page.
document.addEventListener('keydown', (event) => {
	const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
	const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey;
	const isK = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;
	const isTyping = (target as Element).matches(
		'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]',
	);
	if (event.defaultPrevented || isTyping || !(isSlash || isK)) return;
	const boxes = document.querySelectorAll<HTMLInputElement>('input[name=q]');
	const box = [...boxes].find((candidate) => candidate.checkVisibility());
	if (!box) return;
	event.preventDefault();
	box.focus();
	box.select();
});
