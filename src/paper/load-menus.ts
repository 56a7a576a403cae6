// What the menus of a paper hold is made, and what closes them loaded, when one of them is opened.
const [url] = Object.values(
	import.meta.glob<string>('./fill-menus.ts', {
		query: '?worker&url',
		import: 'default',
		eager: true,
	}),
);

// A script runs once, however often it is asked for. Without a network, a menu has what the page has.
for (const menu of document.querySelectorAll('.actions details'))
	menu.addEventListener('toggle', () => void import(/* @vite-ignore */ url!).catch(() => {}));
