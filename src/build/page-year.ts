import type { PaperId } from '../model/id.ts';
import type { ArchiveView } from '../model/view.ts';

// `/digests/2025-03-11/`, `/digests/2025/03/`, `/cite/2025-03-11.bib`, `/topics/diffusion/2025/`
const datedRe = /^\/(?:(?:cards\/)?digests|cite|topics\/[^/]+)\/(\d{4})\b/;

// `/papers/k3v9q2x7mf/`, `/systems/qwen3/2/`, `/feeds/topics/diffusion.xml`
const namedRe = /^\/(?:feeds\/|cards\/)?(papers|systems|topics)\/([^/.]+)/;

/**
 * Gives the year to which a page, or another file of a site, belongs: that of its digest, else the one in
 * which its paper, system or topic was first seen. What spans the years, such as a list, has none.
 */
export function yearFinder({
	papers,
	systems,
	topics,
}: Pick<ArchiveView, 'papers' | 'systems' | 'topics'>): (path: string) => string | undefined {
	const firstPaper = {
		papers: (id: string) => id,
		systems: (slug: string) => systems.get(slug)?.mentions[0]?.paper,
		topics: (slug: string) => topics.get(slug)?.papers[0],
	};
	return (path) => {
		const [, dated] = datedRe.exec(path) ?? [];
		if (dated !== undefined) return dated;
		const [, kind, name = ''] = namedRe.exec(path) ?? [];
		const id = kind && firstPaper[kind as keyof typeof firstPaper](name);
		return papers.get(id as PaperId)?.firstSeen.slice(0, 4);
	};
}
