// Who came from another digest than the newest goes on through that one.
const key = 'offprint:digest';
// `https://example.org/digests/2025-03-11/`, `https://example.org/papers/k3v9q2x7mf/`
const [, kind, from] = /\/(digests|papers)\/([^/]+)\/$/.exec(document.referrer) ?? [];

try {
	if (kind === 'digests') sessionStorage.setItem(key, from!);
	else if (!kind) sessionStorage.removeItem(key);
	const digest = sessionStorage.getItem(key);
	const all = [...document.querySelectorAll<HTMLElement>('.in-digest')];
	if (all.some((nav) => nav.dataset['digest'] === digest))
		for (const nav of all) nav.hidden = nav.dataset['digest'] !== digest;
} catch {
	// Nothing can be stored here: the newest digest stays.
}
