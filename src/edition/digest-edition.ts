import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { formatDigest } from '../language/format.ts';
import { paperLang } from '../language/paper-language.ts';
import { words } from '../language/words.ts';
import { address } from '../model/address.ts';
import type { DigestView, EntryView } from '../model/digest-view.ts';
import type { Day } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { Answered } from '../model/questions.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';

/** Makes an address of the site whole. */
export type Whole = (path: string) => string;

/** A digest as a letter, before anybody is named to whom it goes. */
export interface Edition {
	readonly subject: string;
	readonly day: Day;
	/** Of the digest's page; also what tells this letter from every other. */
	readonly url: string;
	readonly text: string;
	readonly html: string;
}

/** An entry and its paper. */
interface Item {
	readonly paper: PaperView;
	readonly status: EntryView['status'];
	readonly url: string;
}

/**
 * A digest as a letter, with an excerpt of each paper, and what standing questions find in it. Mail
 * programs cut off what is longer than 100 KB.
 */
export function digestEdition(
	{ id, day, entries, ...counts }: DigestView,
	{ papers }: ArchiveView,
	answers: readonly Answered[],
	whole: Whole,
): Edition {
	const items = entries.flatMap(({ paper, status }): Item[] => {
		const view = papers.get(paper);
		return view ? [{ paper: view, status, url: whole(address.paper(paper)) }] : [];
	});
	const sum = words.tally(counts.papers, counts.fresh);
	const url = whole(address.digest(id));
	const found = foundBy(answers, items, whole);
	return {
		subject: `${site.name}, ${formatDigest(id)}: ${sum}`,
		day,
		url,
		text: [
			`${site.name}, ${formatDigest(id)}`,
			`${sum}\n${url}`,
			...items.map(textOf),
			...found.map(textOfQuestion),
			'',
		].join('\n\n'),
		html: page(`${site.name}, ${formatDigest(id)}`, [
			h('h1', h('a', { href: url }, formatDigest(id))),
			h('p', `${sum}.`),
			h('ol', items.map(elementOf)),
			...found.flatMap(elementsOfQuestion),
			h('p', h('a', { href: whole(address.home) }, site.name)),
		]),
	};
}

/** A standing question, and the papers of the digest that it finds. */
interface Found {
	readonly name: string;
	readonly url: string;
	readonly items: readonly Item[];
}

/** The questions that find a paper of the digest. */
function foundBy(answers: readonly Answered[], items: readonly Item[], whole: Whole): Found[] {
	return answers.flatMap(({ slug, name, papers }) => {
		const all = new Set(papers);
		const own = items.filter(({ paper }) => all.has(paper.id));
		return own.length === 0 ? [] : [{ name, url: whole(address.question(slug)), items: own }];
	});
}

function textOfQuestion({ name, url, items }: Found): string {
	const lines = items.map(({ paper, url }) => `- ${paper.title}\n  ${url}`);
	return [`${name}: ${url}`, ...lines].join('\n');
}

function elementsOfQuestion({ name, url, items }: Found): Element[] {
	return [
		h('h2', h('a', { href: url }, name)),
		h(
			'ul',
			items.map(({ paper, url }) => h('li', titleOf(paper, url))),
		),
	];
}

function textOf({ paper, status, url }: Item, index: number): string {
	const mark = status === 'new' ? '' : ` (${words.edition.seenBefore})`;
	return `${index + 1}. ${paper.title}${mark}\n${paper.excerpt}\n${url}`;
}

function elementOf({ paper, status, url }: Item): Element {
	return h('li', [
		h('p', [
			h('strong', titleOf(paper, url)),
			...(status === 'new' ? [] : [` (${words.edition.seenBefore})`]),
			h('br'),
			paperLang() === undefined
				? paper.excerpt
				: h('span', { lang: paperLang() }, paper.excerpt),
		]),
	]);
}

function titleOf({ title }: PaperView, url: string): Element {
	return h('a', { href: url, lang: paperLang() }, title);
}

/** Without styles, which every mail program understands otherwise. */
function page(title: string, body: readonly Element[]): string {
	const html = h('html', { lang: site.language }, [
		h('head', [h('meta', { charset: 'utf-8' }), h('title', title)]),
		h('body', [...body]),
	]);
	return toHtml({ type: 'root', children: [{ type: 'doctype' }, html] });
}
