/** What has a name, as the file of one initial that a build writes and a browser reads. Most papers first. */
export interface NamesFile {
	readonly systems: Readonly<Record<string, NamedSystem>>;
	readonly topics: Readonly<Record<string, NamedTopic>>;
	/** Keys of acronyms with the key of what they stand for: `moe` for `mixturofexpert`; see `nameKey`. */
	readonly acronyms: Readonly<Record<string, string>>;
}

/** The last part of a topic's address, and how many papers have it. */
export type NamedTopic = readonly [slug: string, papers: number];

/** The last part of a system's address, empty where it has no page; how many papers name it, and the numbers of those that introduce it. */
export type NamedSystem = readonly [slug: string, papers: number, ...introducers: number[]];
