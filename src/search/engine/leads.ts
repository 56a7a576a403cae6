import { address } from '../../model/address.ts';
import { isDigestId, isPaperId } from '../../model/id.ts';
import type { IdsFile } from '../index-files.ts';
import type { NamesFile } from '../name-file.ts';
import { nameKey } from '../text/words.ts';
import { initialOf } from '../word-file.ts';
import { readDate } from './dates.ts';

/** A page that a query names. */
export interface Lead {
	readonly kind: 'paper' | 'system' | 'topic' | 'digest' | 'month' | 'year';
	/** What it is called; of a date its number: `2025-03`. */
	readonly name: string;
	/** From the root of the site. */
	readonly url: string;
}

/** The pages that a query names. */
export interface Leads {
	/** By their numbers. */
	readonly papers: readonly number[];
	/** Those of systems and topics. */
	readonly names: readonly Lead[];
	/** Those of digests, of a month or of a year. */
	readonly dates: readonly Lead[];
}

/** What names the pages of the site. */
export interface LeadSource {
	names(initial: string): Promise<NamesFile>;
	ids(): Promise<IdsFile>;
}

/** What has to be known of some queries only. */
export interface LeadAsking {
	/** The digests that there are: for a date. */
	digests(): Promise<Iterable<string>>;
	/** Whether no paper has the words of the query: for what may be an id. */
	isUnknown(): Promise<boolean>;
}

/** What a query leads to. */
export async function leadsOf(
	query: string,
	source: LeadSource,
	{ digests, isUnknown }: LeadAsking,
): Promise<Leads> {
	const text = query.trim();
	const paperOf = async () => ((await isUnknown()) ? (await source.ids()).indexOf(text) : -1);
	const [id, { papers, names }, dates] = await Promise.all([
		// So may a word: `parameters`.
		isPaperId(text) ? paperOf() : -1,
		namedPages(nameKey(text), source),
		datedPages(readDate(text), digests),
	]);
	return { papers: id < 0 ? papers : [id], names, dates };
}

// A word may be the name of many papers' systems.
const mostPapers = 3;

/** Systems and topics of a name, or of what it is short for, and the papers that introduce it. */
async function namedPages(
	key: string,
	source: LeadSource,
): Promise<Pick<Leads, 'papers' | 'names'>> {
	if (key === '') return { papers: [], names: [] };
	const { systems, topics, acronyms } = await source.names(initialOf(key));
	const shorts = Object.keys(acronyms).filter((short) => acronyms[short] === key);
	const keys = new Set([key, acronyms[key] ?? key, ...shorts]);
	const alike = <Thing>(things: Readonly<Record<string, Thing>>) =>
		Object.entries(things).filter(([name]) => keys.has(nameKey(name)));
	const introducing = alike(systems)
		.filter(([name]) => nameKey(name) === key)
		.flatMap(([, [, , ...papers]]) => papers);
	return {
		papers: introducing.slice(0, mostPapers),
		names: [
			...alike(topics).map(([name, [slug]]): Lead => ({
				kind: 'topic',
				name,
				url: address.topic(slug),
			})),
			...alike(systems)
				.filter(([, [, count, ...introducing]]) => count > introducing.length)
				.map(([name, [slug]]): Lead => ({
					kind: 'system',
					name,
					url: address.system(slug),
				})),
		],
	};
}

/** The digests of a day, a month or a year, if there are any. */
async function datedPages(
	date: string | undefined,
	digests: () => Promise<Iterable<string>>,
): Promise<Lead[]> {
	if (date === undefined) return [];
	const own = [...(await digests())].filter((id) => id.startsWith(date));
	if (own.length === 0) return [];
	if (date.length === 'YYYY'.length)
		return [{ kind: 'year', name: date, url: address.year(date) }];
	if (date.length === 'YYYY-MM'.length)
		return [{ kind: 'month', name: date, url: address.month(date) }];
	return own
		.filter(isDigestId)
		.map((id) => ({ kind: 'digest', name: id, url: address.digest(id) }));
}
