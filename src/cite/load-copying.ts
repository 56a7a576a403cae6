// What copies citations is loaded when they are asked for.
const [url] = Object.values(
	import.meta.glob<string>('./copy-citation.ts', {
		query: '?worker&url',
		import: 'default',
		eager: true,
	}),
);

// A script runs once, however often it is asked for.
document
	.querySelector('.cite')!
	.addEventListener('toggle', () => void import(/* @vite-ignore */ url!));
