const menus = document.querySelectorAll<HTMLDetailsElement>('.actions details');

// A menu closes when one goes elsewhere, by the pointer or by the keys, and by Escape.
addEventListener('click', ({ target }) => {
	for (const menu of menus) if (!menu.contains(target as Node)) menu.open = false;
});

addEventListener('keydown', ({ key, target }) => {
	if (key !== 'Escape') return;
	for (const menu of menus) if (menu.open && isIn(menu, target as Node)) close(menu);
});

for (const menu of menus)
	menu.addEventListener('focusout', ({ relatedTarget }) => {
		// Nothing has the focus when the window loses it, or what was clicked takes none.
		if (relatedTarget && !menu.contains(relatedTarget as Node)) menu.open = false;
	});

/** Whether one is in a menu; who clicked on its text is nowhere else. */
function isIn(menu: HTMLElement, place: Node): boolean {
	return menu.contains(place) || place === document.body;
}

function close(menu: HTMLDetailsElement): void {
	menu.open = false;
	menu.querySelector('summary')!.focus();
}
