import { formatDay } from '../language/format.ts';
import { words } from '../language/words.ts';
import { address, type CitationEnding } from '../model/address.ts';
import type { DigestView } from '../model/digest-view.ts';
import type { PaperId } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';
import { formatBibtex } from './bibtex.ts';
import type { CitedPaper } from './cited-paper.ts';
import { formatCslJson } from './csl-json.ts';
import { formatRis } from './ris.ts';

/** Makes an address of the site whole. */
type Whole = (path: string) => string;

/** What is cited of a paper. Its abstract stands on its page and in the data. */
export function citedPaper(
	{ id, citeKey, title, titleTex, firstSeen, authors, published }: PaperView,
	whole: Whole,
): CitedPaper {
	const note = words.firstSight(formatDay(firstSeen));
	const url = whole(address.paper(id));
	return { key: citeKey, title, titleTex, authors, published, url, note };
}

/** How lists of papers are given to other programs, by the ending of the file. */
export const citationFormats = {
	bib: { name: 'BibTeX', type: 'application/x-bibtex', format: formatBibtex },
	ris: { name: 'RIS', type: 'application/x-research-info-systems', format: formatRis },
	json: {
		name: 'CSL-JSON',
		type: 'application/vnd.citationstyles.csl+json',
		format: formatCslJson,
	},
} as const satisfies Record<CitationEnding, object>;

/** The papers of a digest, each once, in its order; none of one that was withdrawn. */
export function citeDigest(
	digest: Pick<DigestView, 'entries'> | undefined,
	papers: ReadonlyMap<PaperId, PaperView>,
	format: CitationEnding,
	whole: Whole,
): string {
	const ids = new Set(digest?.entries.map(({ paper }) => paper));
	const cited = Array.from(ids).flatMap((id) => papers.get(id) ?? []);
	return citationFormats[format].format(cited.map((paper) => citedPaper(paper, whole)));
}
