import { Parser } from 'htmlparser2';

/** A part of a page that changes for a reason of its own. */
export type PagePart =
	| 'style'
	| 'head'
	| 'place'
	| 'seen'
	| 'text'
	| 'revisions'
	| 'related'
	| 'neighbours'
	| 'names'
	| 'list';

type Attributes = Readonly<Record<string, string>>;

// The first that an element is decides; what is within it belongs to it too.
const partsByClass: readonly (readonly [name: RegExp, part: PagePart])[] = [
	[/^running-head$/, 'place'],
	[/^(?:postmarks|colophon)$/, 'seen'],
	[/^history$/, 'revisions'],
	[/^related$/, 'related'],
	[/^in-digest$/, 'neighbours'],
];
const partsByName: Readonly<Record<string, PagePart>> = {
	title: 'head',
	meta: 'head',
	aside: 'names',
	ol: 'list',
	ul: 'list',
	table: 'list',
};
const told = ['href', 'content', 'src'];

/** What a page holds in each of its parts: words and addresses, one after the other. */
export function pageParts(html: string): ReadonlyMap<PagePart, string> {
	const parts = new Map<PagePart, string>();
	const open: (PagePart | undefined)[] = [];
	const add = (text: string) => {
		const part = open.findLast((one) => one !== undefined) ?? 'text';
		parts.set(part, `${parts.get(part) ?? ''}${text} `);
	};
	const parser = new Parser({
		onopentag(name, attributes) {
			const outer = open.findLast((one) => one !== undefined);
			open.push(outer ?? partOf(name, attributes));
			for (const attribute of told)
				if (attributes[attribute] !== undefined) add(attributes[attribute]);
		},
		ontext: add,
		onclosetag() {
			open.pop();
		},
	});
	parser.end(html);
	return parts;
}

function partOf(name: string, attributes: Attributes): PagePart | undefined {
	const { class: classes = '', rel = '', src, type } = attributes;
	if (rel === 'stylesheet' || (name === 'script' && src !== undefined)) return 'style';
	if (/^(?:prev|next)$/.test(rel)) return 'neighbours';
	if (name === 'script' && type === 'application/ld+json') return 'head';
	for (const one of classes.split(' '))
		for (const [known, part] of partsByClass) if (known.test(one)) return part;
	return partsByName[name];
}
