import { formatDigest } from '../language/format.ts';
import { address } from '../model/address.ts';
import type { DigestView } from '../model/digest-view.ts';
import type { Day } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';
import { site } from '../site.ts';
import { words } from '../language/words.ts';

/** Makes an address of the site whole: `https://example.org/repo/papers/k3v9q2x7mf/`. */
export type Whole = (path: string) => string;

/** A thing in the words of schema.org. */
export interface StructuredData {
	readonly '@context': 'https://schema.org';
	readonly '@type': string;
	readonly [name: string]: unknown;
}

const context = { '@context': 'https://schema.org' } as const;

/**
 * A paper for search engines: what the archive knows and no more, so it has no author, no publisher
 * and no day of publication. The abstract and the topics stand beside it, for Highwire’s readers.
 */
export function paperData(
	{ id, title, revised, appearances }: PaperView,
	whole: Whole,
): StructuredData {
	const url = whole(address.paper(id));
	const { digest } = appearances[0];
	return {
		...context,
		'@type': 'ScholarlyArticle',
		'@id': url,
		headline: title,
		dateModified: revised,
		isPartOf: { '@id': whole(address.digest(digest)) },
	};
}

/** A digest as the list of its papers. */
export function digestData({ id, day, entries }: DigestView, whole: Whole): StructuredData {
	const url = whole(address.digest(id));
	const papers = [...new Set(entries.map(({ paper }) => paper))];
	return {
		...context,
		'@type': 'CollectionPage',
		'@id': url,
		url,
		name: words.digest.title(formatDigest(id)),
		inLanguage: site.language,
		datePublished: day,
		mainEntity: {
			'@type': 'ItemList',
			numberOfItems: papers.length,
			// In their order; an item that is an address needs no more.
			itemListElement: papers.map((paper) => whole(address.paper(paper))),
		},
	};
}

/** The site, and how it is searched. */
export function homeData(whole: Whole): StructuredData {
	return {
		...context,
		'@type': 'WebSite',
		'@id': whole(address.home),
		url: whole(address.home),
		name: site.name,
		description: site.description,
		inLanguage: site.language,
		potentialAction: {
			'@type': 'SearchAction',
			target: {
				'@type': 'EntryPoint',
				urlTemplate: `${whole(address.search)}?q={search_term_string}`,
			},
			'query-input': 'required name=search_term_string',
		},
	};
}

/** The data set, with its files. `days` are those of the digests, oldest first. */
export function dataSetData(
	files: readonly {
		readonly path: string;
		readonly type: string;
		readonly description: string;
	}[],
	days: readonly Day[],
	whole: Whole,
): StructuredData {
	return {
		...context,
		'@type': 'Dataset',
		'@id': whole(address.data),
		url: whole(address.data),
		name: words.data.setName(site.name),
		description: words.data.setDescription(site.description),
		isAccessibleForFree: true,
		...(days.length > 0 && {
			version: days.at(-1),
			temporalCoverage: `${days[0]}/${days.at(-1)}`,
		}),
		distribution: files.map(({ path, type, description }) => ({
			'@type': 'DataDownload',
			contentUrl: whole(path),
			encodingFormat: type,
			description,
		})),
	};
}

/** A thing as the text of a data block, in which no title can end the block: `<` is `\u003c`. */
export function dataBlock(data: StructuredData): string {
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}
