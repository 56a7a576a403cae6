import type { DigestView } from '../model/digest-view.ts';
import type { SystemView, TopicView } from '../model/name-view.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { ArchiveView } from '../model/view.ts';
import type { DigestRecord, PaperRecord, SystemRecord, TopicRecord } from './records.ts';

/** The archive as records, in the order of the ledger, of the calendar, and by slug. */
export interface ArchiveRecords {
	readonly paper: readonly PaperRecord[];
	readonly digest: readonly DigestRecord[];
	readonly system: readonly SystemRecord[];
	readonly topic: readonly TopicRecord[];
}

/** What is given to those who take the data. */
export function archiveRecords({ papers, digests, systems, topics }: ArchiveView): ArchiveRecords {
	return {
		paper: Array.from(papers.values(), paperRecord),
		digest: Array.from(digests.values(), (digest) => digestRecord(digest, papers)),
		system: Array.from(systems.values(), systemRecord),
		topic: Array.from(topics.values(), topicRecord),
	};
}

function paperRecord(paper: PaperView): PaperRecord {
	const { id, citeKey, title, rawTitle, abstract, rawAbstract, system, topics, links } = paper;
	return {
		id,
		citeKey,
		title,
		rawTitle: rawTitle === title ? null : rawTitle,
		abstract,
		rawAbstract: rawAbstract === abstract ? null : rawAbstract,
		firstSeen: paper.firstSeen,
		lastSeen: paper.lastSeen,
		revised: paper.revised,
		system: system === undefined ? null : asciiName(system),
		systems: paper.systems.map(({ name }) => asciiName(name)),
		topics: topics.map(({ name }) => name),
		links: [...links],
		digests: [...new Set(paper.appearances.map(({ digest }) => digest))],
		...publication(paper),
	};
}

/** What only some papers have: the feed's own lists say it, its dumps do not. */
function publication(paper: PaperView): Partial<PaperRecord> {
	const { authors, arxiv, published, repository, keywords, upvotes } = paper;
	const all = { authors, arxiv, published, repository, keywords, upvotes };
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function digestRecord(
	{ id, day, sha256, entries }: DigestView,
	papers: ArchiveView['papers'],
): DigestRecord {
	const lineOf = (paper: PaperView | undefined, position: number) =>
		paper?.appearances.find((place) => place.digest === id && place.position === position)
			?.line ?? null;
	return {
		id,
		day,
		sha256,
		entries: entries.map(({ paper, status }, index) => ({
			paper,
			status,
			line: lineOf(papers.get(paper), index + 1),
		})),
	};
}

function systemRecord({ slug, name, aliases, introducedBy, mentions }: SystemView): SystemRecord {
	return {
		slug,
		name: asciiName(name),
		aliases: [...aliases],
		introducedBy: introducedBy ?? null,
		papers: mentions.map(({ paper }) => paper),
	};
}

function topicRecord({ slug, name, papers }: TopicView): TopicRecord {
	return { slug, name, papers: [...papers] };
}

// Raised digits mean something, `BT²`; lowered ones are a way of writing, `H₂O`.
const raisedRe = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/** A name in the characters of a keyboard: `BT^2`, `H2O`. */
function asciiName(name: string): string {
	return name.replace(raisedRe, (digits) => `^${digits.normalize('NFKC')}`).normalize('NFKC');
}
