import { toHtml } from 'hast-util-to-html';
import { address } from '../../model/address.ts';
import type { NamedThing, PaperView } from '../../model/paper-view.ts';
import { excerpt } from '../../text/excerpt.ts';
import { findProposal } from '../../text/proposal.ts';
import { linkNames } from '../names/link-names.ts';
import type { RestoredTexts } from '../restore/restore-texts.ts';
import { markProposal } from './mark-proposal.ts';

/** Two lines of a phone. */
const excerptLength = 200;
// A sentence, mostly whole.
const gistLength = 260;

/** What a paper does, in one sentence of its abstract: the first that says so, else how it begins. */
export function gistOf(abstract: string): string {
	const proposal = findProposal(abstract);
	return excerpt(proposal ? abstract.slice(proposal.start, proposal.end) : abstract, gistLength);
}

/** A restored abstract as readers see it: whole, with links and its proposal marked, and in short. */
export function viewAbstract(
	{ plain, tree }: ReturnType<RestoredTexts['of']>['abstract'],
	systems: readonly NamedThing[],
): Pick<PaperView, 'abstract' | 'html' | 'excerpt' | 'gist'> {
	const linked = linkNames(tree, systems, (slug) => `../..${address.system(slug)}`);
	const proposal = findProposal(plain);
	const children = proposal ? markProposal(linked, proposal) : linked;
	return {
		abstract: plain,
		html: toHtml({ type: 'element', tagName: 'p', properties: {}, children }),
		excerpt: excerpt(plain, excerptLength),
		gist: gistOf(plain),
	};
}
