import type { CitedPaper } from './cited-paper.ts';

/**
 * A paper as a context object of OpenURL, which a reference manager reads from the title of a span
 * (COinS): several on one page are offered as a list. `ctx_ver=Z39.88-2004&rft.title=Mamba…`
 */
export function contextObject({
	title,
	authors = [],
	published,
	url,
}: Pick<CitedPaper, 'title' | 'authors' | 'published' | 'url'>): string {
	const fields = [
		['ctx_ver', 'Z39.88-2004'],
		['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
		['rft.type', 'preprint'],
		['rft.title', title],
		...authors.map((author) => ['rft.creator', author]),
		...(published === undefined ? [] : [['rft.date', published]]),
		['rft.identifier', url],
	] as [string, string][];
	return fields.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

// What ends no value, and is read as itself. A title with its spaces is packed with the heading that repeats it.
const plainRe = /%(?:20|21|24|27|28|29|2A|2C|2F|3A|3F|40)/g;

function encode(value: string): string {
	return encodeURIComponent(value).replace(plainRe, decodeURIComponent);
}
