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
	return new URLSearchParams([
		['ctx_ver', 'Z39.88-2004'],
		['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
		['rft.type', 'preprint'],
		['rft.title', title],
		...authors.map((author) => ['rft.creator', author]),
		...(published === undefined ? [] : [['rft.date', published]]),
		['rft.identifier', url],
	] as [string, string][]).toString();
}
