import { makeElement } from './make-element.ts';

// `/` of `/papers/k3v9q2x7mf/`
const leadingSlashRe = /^\//;

/** An address from the root of the site, on a site that is under `root`: `/repo/`. */
export function withRoot(root: string, url: string): string {
	return root + url.replace(leadingSlashRe, '');
}

/** A link to a page of the site. */
export function makeLink(text: string, root: string, url: string): HTMLAnchorElement {
	const link = makeElement('a', text);
	link.href = withRoot(root, url);
	return link;
}
