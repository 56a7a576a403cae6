import type { APIContext, APIRoute } from 'astro';
import { citationFormats, citeDigest } from '../../cite/cite-papers.ts';
import { wholeAt } from '../../components/href.ts';
import { currentArchive } from '../../loaders/current-archive.ts';
import type { CitationEnding } from '../../model/address.ts';
import type { DigestId } from '../../model/id.ts';

/** A path for each digest, also for one that was withdrawn. */
export async function getStaticPaths() {
	const { digests, withdrawn } = await currentArchive();
	const ids = [...digests.keys(), ...withdrawn.map(({ id }) => id)];
	return ids.map((digest) => ({ params: { digest } }));
}

/** Answers with the papers of a digest, to cite. */
export function giveCitations(ending: CitationEnding): APIRoute {
	return async ({ params, site }: APIContext) => {
		const { digests, papers } = await currentArchive();
		const digest = digests.get(params['digest'] as DigestId);
		return new Response(citeDigest(digest, papers, ending, wholeAt(site)), {
			headers: { 'Content-Type': `${citationFormats[ending].type}; charset=utf-8` },
		});
	};
}
