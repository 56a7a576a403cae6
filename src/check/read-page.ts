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
	const head: Attributes[] = [];
	const named: Partial<Record<'unlisted' | 'canonical', string>> = {};
	let inHead = false;
	const parser = new Parser({
		onopentag(name, attributes) {
			if (attributes['id'] !== undefined) ids.add(attributes['id']);
			for (const target of targetsOf(name, attributes)) links.add(target);
			if (inHead) head.push(attributes);
			if (name === 'head') inHead = true;
			if (isNoIndex(name, attributes)) named.unlisted = 'noindex';
			if (name === 'link' && attributes['rel'] === 'canonical' && attributes['href'])
				named.canonical = attributes['href'];
		},
		onclosetag(name) {
			if (name === 'head') inHead = false;
		},
	});
	parser.end(html);
	const [first] = head;
	return {
		ids,
		links,
		policy: first?.['http-equiv'] === 'Content-Security-Policy' ? first['content'] : undefined,
		unlisted: named.unlisted !== undefined,
		canonical: named.canonical,
	};
}

type Attributes = Readonly<Record<string, string>>;

function targetsOf(name: string, attributes: Attributes): string[] {
	const targets = linkAttributes.map((attribute) => attributes[attribute]);
	const refresh = name === 'meta' && attributes['http-equiv'] === 'refresh';
	const onward = refresh ? refreshRe.exec(attributes['content'] ?? '')?.[1] : undefined;
	return [...targets, onward].filter((target) => target !== undefined);
}

function isNoIndex(name: string, { name: kind, content }: Attributes): boolean {
	return name === 'meta' && kind === 'robots' && content === 'noindex';
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
