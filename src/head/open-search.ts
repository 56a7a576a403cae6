import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { address } from '../model/address.ts';
import { site } from '../site.ts';
import type { Whole } from './structured-data.ts';
import { words } from '../language/words.ts';

// The most that the format allows.
const longestName = 16;

/** How browsers add this site's search to their own (OpenSearch 1.1). */
export function openSearchDescription(whole: Whole): string {
	const search = { type: 'text/html', template: `${whole(address.search)}?q={searchTerms}` };
	const own = {
		type: 'application/opensearchdescription+xml',
		rel: 'self',
		template: whole(address.openSearch),
	};
	const root = element(
		'OpenSearchDescription',
		{ xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
		[
			element('ShortName', {}, [site.name.slice(0, longestName).toWellFormed().trim()]),
			element('Description', {}, [words.searchPage.openSearch(site.name)]),
			element('InputEncoding', {}, ['UTF-8']),
			element('Url', search),
			element('Url', own),
		],
	);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${toHtml(root, { space: 'svg' })}\n`;
}

function element(
	tagName: string,
	properties: Readonly<Record<string, string>>,
	children: readonly (Element | string)[] = [],
): Element {
	return {
		type: 'element',
		tagName,
		properties,
		children: children.map((child) =>
			typeof child === 'string' ? { type: 'text', value: child } : child,
		),
	};
}
