// Who came from another digest than the newest goes on through that one.
const place = document.querySelector<HTMLElement>('.in-digest')!;
const key = 'offprint:digest';
// `/digests/2025-03-11/` and `/papers/k3v9q2x7mf/`
const [, kind, id] = /\/(digests|papers)\/([^/]+)\/$/.exec(cameFrom()) ?? [];

try {
	if (kind === 'digests') sessionStorage.setItem(key, id!);
	else if (kind === undefined) sessionStorage.removeItem(key);
	const digest = sessionStorage.getItem(key);
	if (digest !== null && digest !== place.dataset['digest']) void show(digest);
} catch {
	// Nothing can be stored here: the newest digest stays.
}

function cameFrom(): string {
	const { referrer } = document;
	return URL.canParse(referrer) && new URL(referrer).origin === location.origin
		? new URL(referrer).pathname
		: '';
}

async function show(digest: string): Promise<void> {
	const end = `/digests/${digest}/`;
	const own = [...document.querySelectorAll<HTMLAnchorElement>('aside a')].find(({ pathname }) =>
		pathname.endsWith(end),
	);
	if (!own) return;
	const text = await (await fetch(own.pathname)).text();
	const page = new DOMParser().parseFromString(text, 'text/html');
	const entries = [...page.querySelectorAll<HTMLElement>('.numbered > li')];
	const at = entries.findIndex((entry) => entry.dataset['paper'] === place.dataset['paper']);
	if (at < 0) return;
	const [head, ...sides] = place.querySelectorAll('p');
	const link = head!.querySelector('a')!;
	link.href = own.href;
	link.textContent = `${at + 1} of ${entries.length} in the digest of ${own.textContent}`;
	for (const [index, side] of sides.entries()) {
		const title = entries[at + index * 2 - 1]?.querySelector<HTMLAnchorElement>('.title a');
		side.replaceChildren();
		if (!title) continue;
		title.rel = index ? 'next' : 'prev';
		side.append(document.importNode(title, true));
	}
}
