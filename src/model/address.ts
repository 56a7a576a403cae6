import { digestIdParts, type DigestId, type PaperId } from './id.ts';
import type { TrendName } from './trends.ts';

/** The endings of files of citations: BibTeX, RIS, CSL-JSON. */
export const citationEndings = ['bib', 'ris', 'json'] as const;

/** The ending of a file of citations. */
export type CitationEnding = (typeof citationEndings)[number];

/** Permanent addresses, from the root of the site: `/papers/k3v9q2x7mf/`. The base path is put before them when a page is written. */
export const address = {
	home: '/',
	digests: '/digests/',
	papers: '/papers/',
	systems: '/systems/',
	topics: '/topics/',
	code: '/code/',
	search: '/search/',
	saved: '/saved/',
	trends: '/trends/',
	watch: '/watch/',
	about: '/about/',
	digestFeed: '/feeds/digests.xml',
	paperFeed: '/feeds/papers.xml',
	feeds: '/feeds/',
	digestJsonFeed: '/feeds/digests.json',
	paperJsonFeed: '/feeds/papers.json',
	feedList: '/feeds/all.opml',
	sitemap: '/sitemap-index.xml',
	openSearch: '/opensearch.xml',
	urls: '/urls.txt',
	register: '/register.jsonl',
	/** The folder of the search index. */
	index: '/search-index/',
	/** SHA-256 of every other file, as `sha256sum --check` reads it. */
	manifest: '/manifest.sha256',
	data: '/data/',
	paperData: '/data/papers.jsonl.gz',
	digestData: '/data/digests.jsonl',
	systemData: '/data/systems.jsonl',
	topicData: '/data/topics.jsonl',
	paperTable: '/data/papers.csv',
	paperParquet: '/data/papers.parquet',
	database: '/data/archive.sqlite.gz',
	dataPackage: '/data/datapackage.json',
	api: '/api/v1/index.json',
	modelsNote: '/llms.txt',
	paper: (id: PaperId) => `/papers/${id}/`,
	digest: (id: DigestId) => `/digests/${id}/`,
	year: (year: string) => `/digests/${year}/`,
	/** `month` as `2025-03`. */
	month: (month: string) => `/digests/${month.replace('-', '/')}/`,
	letter: (letter: string) => `/papers/${letter}/`,
	system: (slug: string) => `/systems/${slug}/`,
	topic: (slug: string) => `/topics/${slug}/`,
	/** Of a standing question. */
	question: (slug: string) => `/watch/${slug}/`,
	/** `period` as `2025` or `2025-03`. */
	topicPeriod: (slug: string, period: string) => `/topics/${slug}/${period.replace('-', '/')}/`,
	topicFeed: (slug: string) => `/feeds/topics/${slug}.xml`,
	systemFeed: (slug: string) => `/feeds/systems/${slug}.xml`,
	questionFeed: (slug: string) => `/feeds/watch/${slug}.xml`,
	questionJsonFeed: (slug: string) => `/feeds/watch/${slug}.json`,
	/** The numbers behind a picture, as CSV. */
	numbers: (name: TrendName) => `/trends/${name}.csv`,
	/** The pictures of a digest and of a topic, for those who share their pages. */
	digestCard: (id: DigestId) => `/cards/digests/${id}.png`,
	topicCard: (slug: string) => `/cards/topics/${slug}.png`,
	/** The names of an index that begin with a letter; two segments, so that no name's own address is in its way. */
	byLetter: (index: string, letter: string) => `${index}by-letter/${letter}/`,
	/** A part of a list that is too long for one page, counted from 1; the first has the list's own address. */
	part: (list: string, number: number) => (number === 1 ? list : `${list}${number}/`),
	/** The papers of a digest as a file of citations: `/cite/2025-03-11.bib`. */
	citations: (digest: DigestId, ending: CitationEnding) => `/cite/${digest}.${ending}`,
	/** The papers of a year, of a large archive. */
	paperDataOf: (year: string) => `/data/papers-${year}.jsonl.gz`,
	/** What a line of the data is, as JSON Schema. */
	schema: (kind: string) => `/data/schemas/${kind}.json`,
	/** A paper's place in a digest. */
	entry: (digest: DigestId, paper: PaperId) => `/digests/${digest}/#${paper}`,
} as const;

/** The month of a digest, e.g. `2025-03`. */
export function monthOf(id: DigestId): string {
	return digestIdParts(id).day.slice(0, 7);
}
