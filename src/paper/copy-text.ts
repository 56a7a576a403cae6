// What can be copied says so when it was, and for a moment.
for (const place of document.querySelectorAll<HTMLElement>('[data-copies]')) {
	const name = place.textContent;
	place.hidden = false;
	place.setAttribute('aria-live', 'polite');
	place.addEventListener('click', (event) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		navigator.clipboard.writeText(place.dataset['copies']!).then(
			() => say('Copied'),
			() => say('Not allowed to copy'),
		);
	});
	const say = (text: string) => {
		place.textContent = text;
		setTimeout(() => (place.textContent = name), 2_000);
	};
}

// A menu closes when one goes elsewhere.
addEventListener('click', ({ target }) => {
	for (const menu of document.querySelectorAll<HTMLDetailsElement>('.actions [open]'))
		if (!menu.contains(target as Node)) menu.open = false;
});
addEventListener('keydown', ({ key }) => {
	const menu = document.querySelector<HTMLDetailsElement>('.actions [open]');
	if (key !== 'Escape' || !menu) return;
	menu.open = false;
	menu.querySelector('summary')!.focus();
});
