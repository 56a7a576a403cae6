// `j` and `k` go from paper to paper, `o` opens, `s` saves, `?` lists the keys.
const items = '.entries > li, .titles > li';

const actions: Readonly<Record<string, () => unknown>> = {
	j: () => step(1),
	k: () => step(-1),
	o: () => here()?.click(),
	s: () => (here()?.closest('li') ?? document).querySelector<HTMLElement>('.star')?.click(),
	'?': () => document.querySelector<HTMLElement>('#keys')!.togglePopover(),
};

document.addEventListener('offprint:key', (event) =>
	actions[(event as CustomEvent<string>).detail]!(),
);

function links(): HTMLAnchorElement[] {
	return [...document.querySelectorAll(items)]
		.filter((item) => item.checkVisibility())
		.flatMap((item) => item.querySelector('a') ?? []);
}

/** The link of the paper that one is at. */
function here(): HTMLAnchorElement | undefined {
	const item = document.activeElement!.closest(items);
	return links().find((link) => item?.contains(link));
}

/** On a paper's page, the papers before and behind in the digest. */
function step(by: 1 | -1): void {
	const beside = `.in-digest:not([hidden]) [rel=${by > 0 ? 'next' : 'prev'}]`;
	if (document.querySelector('.in-digest'))
		return document.querySelector<HTMLElement>(beside)?.click();
	const [all, link] = [links(), here()];
	const next = link ? all[all.indexOf(link) + by] : all[0];
	next?.focus();
	next?.scrollIntoView({ block: 'center' });
}
