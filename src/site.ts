/** What a fork edits: all that is particular to this archive. */
export const site = {
	name: 'Offprint',
	/** Follows the name on the home page. */
	tagline: 'A permanent archive of trending papers',
	description:
		'Every paper of every digest on a page of its own, at an address that never changes: read, search, link.',
	/** Where the site is published, unless the build is told otherwise. */
	url: 'https://offprint.example',
	/** Of this archive, e.g. `https://github.com/someone/archive`; with it, pages say where to report a mistake. */
	repository: '' as string,
	/** Where the feed gives its own list of a day, `{day}` being `2026-04-28`. */
	feed: 'https://huggingface.co/api/daily_papers?date={day}',
	/** BCP 47, for `<html lang>` and the search index. */
	language: 'en',
	/** BCP 47, for dates and numbers. */
	locale: 'en-GB',
	/** From so many papers on, the data has them in a file for each year too. */
	yearlyDataFrom: 20_000,
	/** How many of the newest digests the feeds carry. */
	feedDigests: 10,
} as const;
