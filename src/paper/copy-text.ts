import { words } from '../language/words.ts';

// A link that copies the page's permanent address says so when it did.
const link = document.querySelector<HTMLAnchorElement>('[data-copies]')!;
const status = link.nextElementSibling!;
const copy = link.textContent;
link.addEventListener('click', async (event) => {
	if (!navigator.clipboard) return;
	event.preventDefault();
	// Only what changes is said.
	status.textContent = '';
	const { href } = document.querySelector<HTMLLinkElement>('link[rel=canonical]')!;
	await navigator.clipboard.writeText(href);
	link.style.minInlineSize = `${link.offsetWidth}px`;
	link.textContent = status.textContent = words.copied;
	setTimeout(() => {
		link.textContent = copy;
		link.style.minInlineSize = '';
	}, 2_000);
});
