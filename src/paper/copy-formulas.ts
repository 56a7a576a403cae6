// Copied MathML is its letters one after the other, `O(n2)`; its line of Unicode is what was meant.
document.addEventListener('copy', (event) => {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || !event.clipboardData) return;
	const copy = document.createElement('div');
	for (let index = 0; index < selection.rangeCount; index++) {
		copy.append(selection.getRangeAt(index).cloneContents());
	}
	const formulas = copy.querySelectorAll('math[alttext]');
	if (formulas.length === 0) return;
	for (const formula of formulas) formula.replaceWith(formula.getAttribute('alttext')!);
	// Only what is laid out has its lines and paragraphs in `innerText`.
	copy.className = 'visually-hidden';
	document.body.append(copy);
	event.clipboardData.setData('text/plain', copy.innerText);
	event.clipboardData.setData('text/html', copy.innerHTML);
	copy.remove();
	event.preventDefault();
});
