// What can be copied says so when it was: a link its address, a button the text before it.
for (const place of document.querySelectorAll<HTMLElement>('[data-copies]')) {
	const name = place.textContent;
	place.hidden = !navigator.clipboard;
	place.addEventListener('click', async (event) => {
		event.preventDefault();
		await navigator.clipboard.writeText(
			place instanceof HTMLAnchorElement
				? place.href
				: place.previousElementSibling!.textContent,
		);
		place.textContent = 'Copied';
		setTimeout(() => (place.textContent = name), 2_000);
	});
}

// A menu closes when one goes elsewhere.
addEventListener('click', ({ target }) => {
	const menu = document.querySelector('.actions [open]');
	if (!menu?.contains(target as Node)) menu?.removeAttribute('open');
});
