// What makes formulas readable in a copy is loaded where there is one.
const [url] = Object.values(
	import.meta.glob<string>('./copy-formulas.ts', {
		query: '?worker&url',
		import: 'default',
		eager: true,
	}),
);

if (document.querySelector('math')) void import(/* @vite-ignore */ url!);
