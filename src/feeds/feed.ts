import type { Day } from '../model/id.ts';

/** An entry of a feed. Addresses are whole. */
export interface FeedEntry {
	/** Also the entry's id, so it must never change. */
	readonly url: string;
	readonly title: string;
	/** Absent in feeds that are many, and say little. */
	readonly published?: Day;
	/** When what the entry says last changed; never when it was built. */
	readonly updated: Day;
	readonly summary: string;
	/** HTML; absent where the summary must do. */
	readonly content?: string;
}

/** What a feed says, in whatever format. Addresses are whole. */
export interface Feed {
	readonly title: string;
	/** The archive's home page, named as the author: no dump names the papers' own. */
	readonly home: string;
	/** The page that shows the same. */
	readonly page: string;
	/** Who tells those that follow it when it changes (WebSub), if anybody does. */
	readonly hub?: string;
	/** Newest first. */
	readonly entries: readonly FeedEntry[];
}

/** A day as feeds write it: its midnight in UTC. */
export function instant(day: Day): Date {
	return new Date(`${day}T00:00:00Z`);
}
