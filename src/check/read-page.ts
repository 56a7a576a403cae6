import { Parser } from 'htmlparser2';
import { noteFaults } from './element-faults.ts';
import { watchShape } from './watch-shape.ts';

/** What a page says that can be checked: plain JSON. */
export interface PageFacts {
	readonly ids: readonly string[];
	/** As written: links, sources, form targets, redirects. */
	readonly links: readonly string[];
	/** The security policy, when it is the first element of the head. */
	readonly policy: string | undefined;
	readonly unlisted: boolean;
	readonly canonical: string | undefined;
	/** Markup that no page may have, each as a sentence. */
	readonly unsafe: readonly string[];
	/** What is wrong with its structure, each as a sentence. */
	readonly misshapen: readonly string[];
}

const linkAttributes = ['href', 'src', 'action'];

// `external nofollow`
const externalRe = /\bexternal\b/;
// `0; url=/papers/k3v9q2x7mf/`
const refreshRe = /^\d+;\s*url=(.*)$/i;

type Attributes = Readonly<Record<string, string>>;

/** Read a page of HTML once through. `origin` is where scripts, pictures and forms may come from. */
export function readPage(html: string, origin = ''): PageFacts {
	const ids = new Set<string>();
	const repeated = new Set<string>();
	const links = new Set<string>();
	const unsafe = new Set<string>();
	const texts = { title: '', h1: 0 };
	const shape = watchShape();
	let policy: string | undefined;
	let unlisted = false;
	let canonical: string | undefined;
	let isFirst = false;
	let inTitle = false;
	const parser = new Parser({
		onopentag(name, attributes) {
			const { id } = attributes;
			if (id !== undefined) (ids.has(id) ? repeated : ids).add(id);
			noteLinks(links, name, attributes);
			noteFaults(unsafe, name, attributes, origin);
			if (isFirst && name === 'meta') policy = policyOf(attributes);
			isFirst = name === 'head';
			shape.open(name, attributes);
			if (name === 'h1') texts.h1++;
			inTitle = name === 'title';
			if (isNoIndex(name, attributes)) unlisted = true;
			if (name === 'link' && attributes['rel'] === 'canonical')
				canonical = attributes['href'];
		},
		ontext(text) {
			if (inTitle) texts.title += text;
		},
		onclosetag(name) {
			inTitle = false;
			shape.close(name);
		},
	});
	parser.end(html);
	const misshapen = [...shapeFaults(html, { ...texts, repeated }), ...shape.faults()];
	const lists = { ids: [...ids], links: [...links], unsafe: [...unsafe] };
	return { ...lists, policy, unlisted, canonical, misshapen };
}

function policyOf({ 'http-equiv': kind, content }: Attributes): string | undefined {
	return kind === 'Content-Security-Policy' ? content : undefined;
}

function noteLinks(links: Set<string>, name: string, attributes: Attributes): void {
	if (isFromDump(name, attributes)) return;
	for (const attribute of linkAttributes) {
		const target = attributes[attribute];
		if (target !== undefined) links.add(target);
	}
	const isRefresh = name === 'meta' && attributes['http-equiv'] === 'refresh';
	const onward = isRefresh ? refreshRe.exec(attributes['content'] ?? '')?.[1] : undefined;
	if (onward !== undefined) links.add(onward);
}

/** Whether a link stands in a dump's text: it is foreign, wherever it leads. */
function isFromDump(name: string, { rel = '' }: Attributes): boolean {
	return name === 'a' && rel !== '' && externalRe.test(rel);
}

function isNoIndex(name: string, { name: kind, content }: Attributes): boolean {
	return name === 'meta' && kind === 'robots' && content === 'noindex';
}

interface Shape {
	readonly title: string;
	/** How many there are. */
	readonly h1: number;
	readonly repeated: ReadonlySet<string>;
}

// Astro writes the one, and nothing after the other.
const wholePageRe = /^<!doctype html>[^]*<\/html>\s*$/i;

function shapeFaults(html: string, { title, h1, repeated }: Shape): string[] {
	return [
		...(wholePageRe.test(html) ? [] : ['It does not begin and end as a page does']),
		...(title.trim() === '' ? ['It has no title'] : []),
		...(h1 === 1 ? [] : [`It has ${h1} headings of the first level, expected one`]),
		...Array.from(repeated, (id) => `The id \`${id}\` is there twice`),
	];
}
