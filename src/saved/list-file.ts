/** An entry of a reading list as it is stored, before anything of it is trusted. */
export type StoredEntry =
	| Readonly<
			Partial<
				Record<
					'id' | 'title' | 'titleTex' | 'citeKey' | 'firstSeen' | 'saved' | 'read',
					unknown
				>
			>
	  >
	| null
	| undefined;

const kind = 'offprint-reading-list';
const version = 1;

/** The text that is stored, and that an exported file holds; `extra` is for other programs. */
export function formatEntries(papers: readonly unknown[], extra: object = {}): string {
	return JSON.stringify({ kind, version, ...extra, papers });
}

/** The entries of such a text; `undefined` when it is no reading list of this version. */
export function readEntries(text: string): readonly StoredEntry[] | undefined {
	try {
		const list = JSON.parse(text);
		return list.kind === kind && list.version === version && Array.isArray(list.papers)
			? list.papers
			: undefined;
	} catch {
		return undefined;
	}
}
