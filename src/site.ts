import type { Language } from './model/language.ts';
import type { Settings } from './model/settings.ts';

/** What an archive says of itself, as far as its `site.yaml` says nothing else. */
interface OwnWords extends Pick<Settings, 'description' | 'about'> {
	/** Of what the feed lists, e.g. `trending papers`. */
	tagline(papers: string): string;
	readonly papers: string;
	readonly source: string;
}

const ownWords: Readonly<Record<Language, OwnWords>> = {
	en: {
		tagline: (papers) => `A permanent archive of ${papers}`,
		description:
			'Every paper of every digest on a page of its own, at an address that never changes: read, search, link.',
		about: 'An offprint is a single paper, printed separately from the volume it first appeared in.',
		papers: 'trending papers',
		source: 'AK and the research community',
	},
	de: {
		tagline: (papers) => `Ein dauerhaftes Archiv: ${papers}`,
		description:
			'Jedes Paper jeder Ausgabe auf einer eigenen Seite, unter einer Adresse, die sich nie ändert: lesen, suchen, verlinken.',
		about: 'Ein „Offprint“ ist ein Sonderdruck: eine einzelne Arbeit, getrennt von dem Band gedruckt, in dem sie zuerst erschien.',
		papers: 'viel beachtete Papers',
		source: 'AK und der Forschungsgemeinschaft',
	},
};

/** What an archive goes by in a language, as far as its `site.yaml` says nothing else; `papers` is what its feed lists. */
export function defaultsIn(language: Language, papers = ownWords[language].papers): Settings {
	const { tagline, description, about, source } = ownWords[language];
	return {
		name: 'Offprint',
		tagline: tagline(papers),
		description,
		about,
		address: 'https://offprint.example/',
		repository: '',
		language,
		locale: language === 'en' ? 'en-GB' : language,
		letters: 'O',
		accent: undefined,
		feed: {
			address: 'https://huggingface.co/api/daily_papers?date={day}',
			papers,
			source,
		},
		feedDigests: 10,
		hub: '',
		offline: false,
		hostSize: 1,
		pictures: { card: 'project', touchIcon: 'project' },
	};
}

/** What an archive without settings goes by. */
export const defaults: Settings = defaultsIn('en');

/** The settings of the archive at hand. In compiled pages they are written out in the place of this file. */
export const site: Readonly<Settings> = { ...defaults };

/** Go by the settings of an archive from now on. */
export function useSettings(settings: Settings): void {
	Object.assign(site, settings);
}
