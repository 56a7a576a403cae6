import type { PaperFacts } from '../../model/paper-facts.ts';
import type { RestoredSpan } from '../../model/restoration.ts';
import type { LinkKind, PaperLink } from '../../model/paper-view.ts';

const codeHosts =
	/(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com|sr\.ht|4open\.science|colab\.research\.google\.com)$/;
const dataHosts =
	/(?:^|\.)(?:zenodo\.org|figshare\.com|kaggle\.com|openml\.org|physionet\.org|dataverse\.org)$/;
// Papers, not what papers come with.
const paperHosts =
	/(?:^|\.)(?:arxiv\.org|doi\.org|openreview\.net|aclanthology\.org|biorxiv\.org|semanticscholar\.org)$/;

/**
 * The code, project pages, data sets and models that a text links, and those that the feed has for its
 * paper, cleaned, each once, in this order.
 */
export function paperLinks(
	spans: readonly RestoredSpan[],
	{ repository, project }: Pick<PaperFacts, 'repository' | 'project'> = {},
): PaperLink[] {
	const links = new Map<string, PaperLink>();
	for (const href of [...spans.map(({ href }) => href), repository, project]) {
		const url = href === undefined ? undefined : cleanUrl(href);
		const kind = url === undefined ? undefined : kindOf(new URL(url));
		if (url !== undefined && kind && !links.has(keyOf(url)))
			links.set(keyOf(url), { url, kind });
	}
	return [...links.values()];
}

// `LMUFormer.git`: the address for Git, of a repository that has a page
const gitRe = /\.git\/?$/;

function cleanUrl(href: string): string {
	return href.replace(gitRe, '');
}

/** By which two addresses are one: neither case of the host, scheme, `www.` nor a slash at the end matter. */
function keyOf(url: string): string {
	const { hostname, pathname, search, hash } = new URL(url);
	return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}${hash}`.toLowerCase();
}

function kindOf({ hostname, pathname }: URL): LinkKind | undefined {
	if (paperHosts.test(hostname)) return undefined;
	if (codeHosts.test(hostname)) return 'code';
	if (hostname === 'huggingface.co' || hostname === 'hf.co') {
		if (pathname.startsWith('/datasets/')) return 'data';
		if (pathname.startsWith('/papers/')) return undefined;
		return /^\/(?:spaces|collections)\//.test(pathname) || pathname.split('/').length < 3
			? 'project'
			: 'model';
	}
	return dataHosts.test(hostname) ? 'data' : 'project';
}
