import { Parser } from 'htmlparser2';

/** What a page or an XML file says that can be checked. */
export interface PageFacts {
	readonly ids: ReadonlySet<string>;
	/** As written: links, sources, form targets, redirects. */
	readonly links: ReadonlySet<string>;
	/** The security policy, when it is the first element of the head. */
	readonly policy: string | undefined;
	readonly unlisted: boolean;
	readonly canonical: string | undefined;
}

const linkAttributes = ['href', 'src', 'action'];

// `0; url=/papers/k3v9q2x7mf/`
const refreshRe = /^\d+;\s*url=(.*)$/i;

/** Read a page of HTML once through. */
export function readPage(html: string): PageFacts {
	const ids = new Set<string>();
	const links = new Set<string>();
	let inHead = false;
	let isFirst = true;
	let policy: string | undefined;
	let unlisted = false;
	let canonical: string | undefined;
	const parser = new Parser({
		onopentag(name, attributes) {
			if (attributes['id'] !== undefined) ids.add(attributes['id']);
			for (const attribute of linkAttributes) {
				const target = attributes[attribute];
				if (target !== undefined) links.add(target);
			}
			if (name === 'head') inHead = true;
			else if (inHead && isFirst) {
				isFirst = false;
				if (attributes['http-equiv'] === 'Content-Security-Policy')
					policy = attributes['content'];
			}
			if (name === 'meta') {
				const { name: kind, content = '' } = attributes;
				if (kind === 'robots' && content === 'noindex') unlisted = true;
				const target =
					attributes['http-equiv'] === 'refresh'
						? refreshRe.exec(content)?.[1]
						: undefined;
				if (target !== undefined) links.add(target);
			}
			if (name === 'link' && attributes['rel'] === 'canonical')
				canonical = attributes['href'];
		},
		onclosetag(name) {
			if (name === 'head') inHead = false;
		},
	});
	parser.end(html);
	return { ids, links, policy, unlisted, canonical };
}

/** The addresses an XML file (sitemap, feed) holds: text of `loc` and `id`, `href` of `link`. */
export function readXmlLinks(xml: string): Set<string> {
	const links = new Set<string>();
	let text: string | undefined;
	const parser = new Parser(
		{
			onopentag(name, { href }) {
				if (name === 'loc' || name === 'id') text = '';
				if (name === 'link' && href !== undefined) links.add(href);
			},
			ontext(part) {
				if (text !== undefined) text += part;
			},
			onclosetag() {
				if (text !== undefined) links.add(text.trim());
				text = undefined;
			},
		},
		{ xmlMode: true },
	);
	parser.end(xml);
	return links;
}
