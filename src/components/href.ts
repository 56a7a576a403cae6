/** A link within the site: an address such as `/papers/k3v9q2x7mf/` under the base path. */
export function href(address: string): string {
	return import.meta.env.BASE_URL.replace(/\/$/, '') + address;
}

/** Makes addresses whole for a site at an origin: `https://example.org/repo/papers/k3v9q2x7mf/`. */
export function wholeAt(origin: URL | undefined): (address: string) => string {
	return (address) => new URL(href(address), origin).href;
}
