import type { DumpFile, FiledDigest } from '../model/content.ts';
import type { DumpChange } from '../model/corrections.ts';
import type { Entry } from '../model/digest.ts';
import { wordingId } from './ledger.ts';
import type { DatedEntries } from './plan-ingest.ts';
import { wordingKey } from './wording-key.ts';

/** What a list of the feed is to another of the same day, by their wordings. */
export type ListRelation = 'same' | 'grown' | 'shrunk' | 'other';

/** What a later list of a day is to an earlier one: `grown` has all its wordings and more. Votes do not count. */
export function relateLists(earlier: readonly Entry[], later: readonly Entry[]): ListRelation {
	const [before, after] = [wordingsOf(earlier), wordingsOf(later)];
	if (isWithin(before, after)) return before.size === after.size ? 'same' : 'grown';
	return isWithin(after, before) ? 'shrunk' : 'other';
}

/** Whether a set has nothing that the other has not. */
export function isWithin(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return [...one].every((wording) => other.has(wording));
}

/** The wordings of some entries, each as one string. */
export function wordingsOf(entries: readonly Entry[]): Set<string> {
	return new Set(
		entries.map(({ title, abstract }) => wordingId(wordingKey(title.text, abstract.text))),
	);
}

const reasonStart = 'The feed’s own list of the day grew';

/** Why a dump has other bytes once its day grew. */
export function growthReason(before: number, after: number): string {
	return `${reasonStart} from ${before} to ${after} papers.`;
}

/** Whether it was ingest that wrote down that a dump has other bytes, and no person. */
export function isGrowth({ reason }: Pick<DumpChange, 'reason'>): boolean {
	return reason.startsWith(reasonStart);
}

/** Submissions by what they are to the lists of their days. */
export interface PartedLists<Submission> {
	/** Lists that have all that a digest has, and more: the day grew, and is no second one. */
	readonly grown: readonly FiledDigest[];
	/** Lists that have no more than a digest: the same with other votes, or less. */
	readonly known: readonly FiledDigest[];
	readonly others: readonly Submission[];
}

/** Part the submissions that tell more, less, or the same of a day that the archive has as a list of the feed's own. */
export function partLists<Submission extends DumpFile>(
	submissions: readonly Submission[],
	present: readonly FiledDigest[],
	read: (submission: Submission) => DatedEntries | undefined,
): PartedLists<Submission> {
	const lists = present.filter(({ digest }) => isList(digest.entries));
	if (lists.length === 0) return { grown: [], known: [], others: submissions };
	const sums = new Set(present.map(({ sha256 }) => sha256));
	const grown = new Map<string, FiledDigest>();
	const known: FiledDigest[] = [];
	const others = submissions.filter((submission) => {
		const { file, sha256 } = submission;
		const dated = sums.has(sha256) ? undefined : read(submission);
		if (!dated || !isList(dated.entries)) return true;
		const beside = lists.filter(({ digest }) => digest.day === dated.day);
		const related = (relation: ListRelation) =>
			beside.find(({ digest }) => relateLists(digest.entries, dated.entries) === relation);
		const whole = related('same') ?? related('shrunk');
		const smaller = related('grown');
		if (whole) known.push({ file, sha256, digest: whole.digest });
		// Of several at once the first counts; the others are digests of their own until they are offered again.
		else if (smaller && !grown.has(smaller.digest.id))
			grown.set(smaller.digest.id, { file, sha256, digest: { ...smaller.digest, ...dated } });
		else return true;
		return false;
	});
	return { grown: [...grown.values()], known, others };
}

/** Whether entries are those of a list of the feed's own, not of a dump in plain text. */
export function isList(entries: readonly Entry[]): boolean {
	return entries.every(({ facts }) => facts !== undefined);
}
