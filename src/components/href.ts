/** A link within the site: an address such as `/papers/k3v9q2x7mf/` under the base path. */
export function href(address: string): string {
	return import.meta.env.BASE_URL.replace(/\/$/, '') + address;
}
