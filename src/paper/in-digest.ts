// Who came from another digest than the newest goes on through that one.
const key = 'offprint:digest';
// `https://example.org/digests/2025-03-11/`, `https://example.org/papers/k3v9q2x7mf/`
const [, kind, from] = /\/(digests|papers)\/([^/]+)\/$/.exec(document.referrer) ?? [];

try {
	if (kind === 'digests') sessionStorage.setItem(key, from!);
	else if (!kind) sessionStorage.removeItem(key);
	const digest = sessionStorage.getItem(key);
	const own = document.querySelector(`.in-digest[data-digest='${digest}']`);
	if (own)
		for (const nav of document.querySelectorAll<HTMLElement>('.in-digest'))
			nav.hidden = nav !== own;
} catch {
	// Nothing can be stored here: the newest digest stays.
}
