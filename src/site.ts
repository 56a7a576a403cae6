import type { Settings } from './model/settings.ts';

/** What an archive goes by as far as its `site.yaml` says nothing else. */
export const defaults: Settings = {
	name: 'Offprint',
	tagline: 'A permanent archive of trending papers',
	description:
		'Every paper of every digest on a page of its own, at an address that never changes: read, search, link.',
	about: 'An offprint is a single paper, printed separately from the volume it first appeared in.',
	address: 'https://offprint.example/',
	repository: '',
	language: 'en',
	locale: 'en-GB',
	letters: 'O',
	accent: undefined,
	feed: {
		address: 'https://huggingface.co/api/daily_papers?date={day}',
		papers: 'trending papers',
		source: 'AK and the research community',
	},
	feedDigests: 10,
	hub: '',
	offline: false,
	pictures: { card: 'project', touchIcon: 'project' },
};

/** The settings of the archive at hand. In compiled pages they are written out in the place of this file. */
export const site: Readonly<Settings> = { ...defaults };

/** Go by the settings of an archive from now on. */
export function useSettings(settings: Settings): void {
	Object.assign(site, settings);
}
