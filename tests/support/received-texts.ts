import { expect } from 'vitest';
import type { CheerioAPI } from 'cheerio';
import { blankControls, showControls } from '../../src/text/controls.ts';
import type { BuiltSite } from './built-site.ts';
import { print } from './lexicon.ts';
import type { ReadDigest } from './read-content.ts';

/** A title and an abstract. */
export interface Texts {
	readonly title: string;
	readonly abstract: string;
}

/** A paper page's texts as its dump has them: what is behind the switch, or what is shown where nothing was restored. */
export function receivedTexts($: CheerioAPI): Texts {
	const title = $('.received .title');
	const abstract = $('.received .source');
	return {
		title: (title.length > 0 ? title : $('h1')).text(),
		abstract: (abstract.length > 0 ? abstract : $('.restored')).text(),
	};
}

/** A paper page's former wordings, oldest first, as they are shown: without what came in later. */
export function formerTexts($: CheerioAPI): Texts[] {
	const histories = $('details')
		.get()
		.filter((details) => $('summary', details).text().includes('from the wording'))
		.toReversed();
	return histories.map((details) => {
		const [title, abstract] = $('p', details)
			.get()
			.map((line) => {
				const before = $(line).clone();
				before.find('ins').remove();
				return before.text();
			});
		return { title: title!, abstract: abstract! };
	});
}

/**
 * Expect every entry on its digest's page, in the order of the dump, leading to its paper, which has
 * the entry's exact text behind it; or, where its wording is not the latest, the text as it is shown.
 * `decided` are papers of whose text a person decided, so that it is shown otherwise.
 */
export function expectEntries(
	site: BuiltSite,
	digests: readonly ReadDigest[],
	decided: ReadonlySet<string> = new Set(),
): void {
	for (const { id, entries } of digests) {
		const { $ } = site.page(`/digests/${id}/`);
		const items = $('main ol > li').get();
		expect(items, id).toHaveLength(entries.length);
		items.forEach((item, index) => {
			const title = $('.title a', item);
			const address = $(title.length > 0 ? title : $('a', item))
				.attr('href')!
				.slice(site.base.length - 1);
			// A removed paper's text is shown nowhere.
			if (title.length === 0) return expect($(item).text()).toContain('was removed');
			const entry = entries[index]!;
			const paper = site.page(address);
			const received = receivedTexts(paper.$);
			const own = { title: entry.title.text, abstract: entry.abstract.text };
			// Where nothing was restored, the quotes of print are all that tells the two apart; and the
			// characters that no page can hold, which are a space, or a picture in the text as received.
			const isOwn = (field: keyof Texts) =>
				[own[field], blankControls(own[field]), showControls(own[field])]
					.flatMap((text) => [text, print(text)])
					.includes(received[field]);
			if (isOwn('title') && isOwn('abstract')) return;
			if (decided.has(address.split('/')[2]!)) return;
			const shown = {
				title: print(own.title),
				abstract: print(own.abstract),
			};
			expect(formerTexts(paper.$), `${id}, no. ${index + 1}`).toContainEqual(shown);
		});
	}
}
