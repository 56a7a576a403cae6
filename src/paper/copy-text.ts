import { words } from '../language/words.ts';

// A link that copies the page's permanent address says so when it did.
const link = document.querySelector<HTMLAnchorElement>('[data-copies]')!;
const copy = link.textContent;
link.addEventListener('click', async (event) => {
	if (!navigator.clipboard) return;
	event.preventDefault();
	const { href } = document.querySelector<HTMLLinkElement>('link[rel=canonical]')!;
	await navigator.clipboard.writeText(href);
	link.textContent = words.copied;
	setTimeout(() => (link.textContent = copy), 2_000);
});
