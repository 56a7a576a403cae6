import { z } from 'zod';
import { accentFault, isHexColour, type Theme } from './accent.ts';
import { isVisible } from './corrections.ts';
import { languageOf, type Language } from './language.ts';

/** What is particular to an archive: its name, its words, where it is published. */
export interface Settings {
	readonly name: string;
	/** Follows the name on the home page. */
	readonly tagline: string;
	/** Of the site, for search engines and previews of links. */
	readonly description: string;
	/** Of the about page, its first sentences; they end with a full stop. */
	readonly about: string;
	/** Where the site is published, unless a build is told otherwise, e.g. `https://example.org/archive/`. */
	readonly address: string;
	/** Of this archive, e.g. `https://github.com/someone/archive`; with it, pages say where to report a mistake. */
	readonly repository: string;
	/** BCP 47, for `<html lang>` and the search index. */
	readonly language: string;
	/** BCP 47, for dates and numbers. */
	readonly locale: string;
	/** In the icon: one letter, or two. */
	readonly letters: string;
	/** Says that a paper came back; also the colour of the icon. */
	readonly accent: Readonly<Record<Theme, string>> | undefined;
	readonly feed: {
		/** Where the feed gives its own list of a day, `{day}` being `2026-04-28`. */
		readonly address: string;
		/** What it lists, e.g. `trending papers`. */
		readonly papers: string;
		/** Who makes it, e.g. `AK and the research community`. */
		readonly source: string;
	};
	/** How many of the newest digests the feeds carry. */
	readonly feedDigests: number;
	/** Tells those who follow a feed that it changed, e.g. `https://pubsubhubbub.appspot.com/`; empty where nobody does. */
	readonly hub: string;
	/** Whether browsers keep what was read, to show it without a network. */
	readonly offline: boolean;
	/** How large a site its host takes, in GB (10⁹ bytes). */
	readonly hostSize: number;
	/** Where a card to share and an icon for phones come from. */
	readonly pictures: Readonly<Record<'card' | 'touchIcon', Picture>>;
}

/** A picture lies beside the settings, or is this project's, if that shows the right name; or there is none. */
export type Picture = 'own' | 'project' | 'none';

const longestLine = 300;
// What would end a line, or make a text look like another.
const unsafeRe = /[\p{Cc}\p{Bidi_Control}]/u;
// `https://example.org`, `https://example.org/archive/`
const addressRe = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)*\/?$/;
const feedRe = /^https?:\/\/[^\s{}]+\{day\}[^\s{}]*$/;
const hubRe = /^https?:\/\/[^\s"<>]+$/;
const mostFeedDigests = 100;

/** A text on one line; how its lines are broken in the file does not matter. */
function line(expected: string, most = longestLine) {
	const words = `${expected}, of at most ${most} characters`;
	return z
		.string(words)
		.transform((text) => text.replace(/\s+/g, ' ').trim())
		.refine((text) => isVisible(text) && text.length <= most && !unsafeRe.test(text), words);
}

function tag(expected: string) {
	return z.string(expected).refine(isLocale, expected);
}

function isLocale(text: string): boolean {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
	} catch {
		return false;
	}
}

function colour(theme: Theme) {
	// Without quotes, YAML takes what follows a `#` for a comment.
	const expected = "a colour in quotes such as `'#7c2a22'`";
	return z
		.string(expected)
		.toLowerCase()
		.check(({ value, issues }) => {
			const message = isHexColour(value) ? accentFault(value, theme) : expected;
			if (message !== undefined) issues.push({ code: 'custom', message, input: value });
		});
}

/** `site.yaml` of an archive, all of its scalars text; what is left out is as the project has it. */
export const settingsSchema = z.strictObject(
	{
		name: line('a name', 60).optional().describe('The name of the archive'),
		tagline: line('some words').optional().describe('Follows the name on the home page'),
		description: line('a sentence or two')
			.optional()
			.describe('For search engines and previews of links'),
		about: line('some sentences', 2000)
			.optional()
			.describe('Begins the about page: what the name means, or who made the archive'),
		address: z
			.string('an address')
			.regex(addressRe, 'an address such as `https://example.org/archive/`')
			.transform((text) => `${text.replace(/\/$/, '')}/`)
			.optional()
			.describe('Where the site is published, unless a build is told otherwise'),
		repository: z
			.string('an address')
			.regex(addressRe, 'an address such as `https://github.com/someone/archive`')
			.optional()
			.describe('Of the archive; with it, pages say where to report a mistake'),
		language: tag('a language such as `en`')
			.optional()
			.describe('Of the pages (BCP 47): en or de, with any region'),
		locale: tag('a locale such as `en-GB`')
			.optional()
			.describe('Of dates and numbers (BCP 47); that of the language if left out'),
		letters: z
			.string('one or two letters')
			.regex(/^[\p{L}\p{N}]{1,2}$/u, 'one or two letters')
			.optional()
			.describe('In the icon; the first letter of the name if left out'),
		accent: z
			.strictObject(
				{ light: colour('light'), dark: colour('dark') },
				'`light` and `dark`, a colour for each theme',
			)
			.optional()
			.describe(
				'The colour that says that a paper came back, in each theme; also of the icon',
			),
		feed: z
			.strictObject(
				{
					address: z
						.string('an address')
						.regex(feedRe, 'an address with `{day}` in it')
						.optional()
						.describe('Where the feed gives its own list of a day, with {day} in it'),
					papers: line('what the feed lists, such as `trending papers`', 80)
						.optional()
						.describe('What the feed lists, e.g. “trending papers”'),
					source: line('who makes the feed', 120)
						.optional()
						.describe('Who makes the feed, e.g. “AK and the research community”'),
				},
				'a map with `address`, `papers` and `source`',
			)
			.optional()
			.describe('Where the digests come from'),
		feedDigests: z
			.string('a number')
			.regex(/^[1-9]\d{0,2}$/, `a number from 1 to ${mostFeedDigests}`)
			.transform(Number)
			.refine((count) => count <= mostFeedDigests, `a number from 1 to ${mostFeedDigests}`)
			.optional()
			.describe('How many of the newest digests the feeds of the site carry'),
		hub: z
			.string('an address')
			.regex(hubRe, 'an address such as `https://pubsubhubbub.appspot.com/`')
			.optional()
			.describe('A WebSub hub, named in the feeds; the workflow tells it what changed'),
		offline: z
			.enum(['true', 'false'], '`true` or `false`')
			.transform((text) => text === 'true')
			.optional()
			.describe('Whether browsers keep pages that were read, to show them without a network'),
		hostSize: z
			.string('a number')
			.regex(/^[1-9]\d{0,3}$/, 'a number of GB from 1 to 9999')
			.transform(Number)
			.optional()
			.describe('How large a site its host takes, in GB; GitHub Pages takes 1'),
	},
	'a map of settings',
);

/** What a `site.yaml` says. */
export type OwnSettings = z.infer<typeof settingsSchema>;

/**
 * All settings of an archive: its own over those of the project in its language, and what follows from them. A language
 * without words is left out with its dates, so that no page is half in one language and half in another.
 */
export function completeSettings(
	own: OwnSettings,
	defaultsIn: (language: Language, papers?: string) => Settings,
): Settings {
	// English of no region has the dates of the defaults.
	const { language: tag, locale = tag === 'en' ? undefined : tag, ...others } = own;
	const language = languageOf(tag ?? 'en');
	const defaults = defaultsIn(language ?? 'en', own.feed?.papers);
	const given = {
		...(own.name !== undefined && { letters: firstLetter(own.name) }),
		...(language && tag !== undefined && { language: tag }),
		...(language && locale !== undefined && { locale }),
		...others,
	};
	return { ...defaults, ...given, feed: { ...defaults.feed, ...own.feed } } as Settings;
}

/** `S` for “«Søn»”; a dot for a name that has no letter. */
function firstLetter(name: string): string {
	return /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? '·';
}

// What the pictures show.
const drawn = ['name', 'tagline', 'letters', 'accent'] as const;

/** Settings with the pictures of an archive: its own, or this project's where they show what it says of itself. */
export function withPictures(
	settings: Settings,
	own: Readonly<Record<keyof Settings['pictures'], boolean>>,
	defaults: Settings,
): Settings {
	const common = drawn.every((name) => settings[name] === defaults[name]) ? 'project' : 'none';
	const pictures = {
		card: own.card ? 'own' : common,
		touchIcon: own.touchIcon ? 'own' : common,
	} as const;
	return { ...settings, pictures };
}
