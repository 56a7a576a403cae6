import { parseXml, XmlElement, type XmlDocument } from '@rgrove/parse-xml';

/** What a feed or a sitemap says that can be checked: plain JSON. */
export interface XmlFacts {
	/** Whole addresses: text of `loc` and `id`, `href` of `link`. */
	readonly links: readonly string[];
	/** Elements right below the root other than its own properties: `entry`, `url`, `sitemap`. */
	readonly records: number;
}

const recordNames: ReadonlySet<string> = new Set(['entry', 'url', 'sitemap', 'item']);

/** Read a feed or a sitemap as strictly as XML 1.0 asks. Throws for what is not well-formed. */
export function readXml(text: string): XmlFacts {
	const document: XmlDocument = parseXml(text);
	const links = new Set<string>();
	const root = document.root;
	if (root) noteLinks(links, root);
	const children = root?.children.filter((node) => node instanceof XmlElement) ?? [];
	const records = children.filter(({ name }) => recordNames.has(name)).length;
	return { links: [...links], records };
}

function noteLinks(links: Set<string>, element: XmlElement): void {
	const { href } = element.attributes;
	if (element.name === 'link' && href !== undefined) links.add(href);
	if (element.name === 'loc' || element.name === 'id') links.add(element.text.trim());
	for (const child of element.children) if (child instanceof XmlElement) noteLinks(links, child);
}
