import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { settingsJsonSchema } from '../../scripts/settings-schema.ts';
import { ContentError } from '../../src/diagnostics.ts';
import { surroundings } from '../../src/model/accent.ts';
import { readSettings } from '../../src/pipeline.ts';
import { defaults } from '../../src/site.ts';
import { expectFile } from '../support/expected-file.ts';
import { root } from '../support/run-script.ts';

const fileOf = (...lines: string[]) =>
	new VFile({ path: 'content/site.yaml', value: `${lines.join('\n')}\n` });
const settingsOf = (...lines: string[]) => readSettings(fileOf(...lines));

/** What is said of a file, each message with its place. */
function complaintsAbout(...lines: string[]): string[] {
	const file = fileOf(...lines);
	try {
		readSettings(file);
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
	}
	return file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

describe('settings of an archive', () => {
	test('are those of the project where it says nothing', () => {
		expect(settingsOf('')).toEqual(defaults);
		expect(settingsOf('# name: Another')).toEqual(defaults);
	});

	test('are its own over those of the project', () => {
		expect(
			settingsOf(
				'name: Mathprint',
				'about: >-',
				'  What mathematicians',
				'  read.',
				'address: https://someone.github.io/mathprint',
				'repository: https://github.com/someone/mathprint',
				"accent: { light: '#1F4E79', dark: '#99c0e3' }",
				'feed:',
				'  source: nobody in particular',
				'feedDigests: 3',
				'hub: https://hub.example/',
				'offline: true',
				'hostSize: 50',
			),
		).toEqual({
			...defaults,
			name: 'Mathprint',
			about: 'What mathematicians read.',
			letters: 'M',
			address: 'https://someone.github.io/mathprint/',
			repository: 'https://github.com/someone/mathprint',
			accent: { light: '#1f4e79', dark: '#99c0e3' },
			feed: { ...defaults.feed, source: 'nobody in particular' },
			feedDigests: 3,
			hub: 'https://hub.example/',
			offline: true,
			hostSize: 50,
		});
	});

	test('follow from one another where that is all that could be meant', () => {
		expect(settingsOf('language: de').locale).toBe('de');
		expect(settingsOf('language: de', 'locale: de-CH').locale).toBe('de-CH');
		expect(settingsOf('language: en-US').locale).toBe('en-US');
		expect(settingsOf('language: en').locale).toBe('en-GB');
		expect(settingsOf('name: ünter').letters).toBe('Ü');
		expect(settingsOf('feed: { papers: papers on mice }').tagline).toBe(
			'A permanent archive of papers on mice',
		);
	});

	test('are in the language that they name, whatever its region', () => {
		const { tagline, about, language, locale } = settingsOf('language: de-AT');
		expect([language, locale]).toEqual(['de-AT', 'de-AT']);
		expect(tagline).toMatch(/^Ein dauerhaftes Archiv/);
		expect(about).toContain('Sonderdruck');
		expect(settingsOf('language: de', 'feed: { papers: Papers über Mäuse }').tagline).toBe(
			'Ein dauerhaftes Archiv: Papers über Mäuse',
		);
	});

	test('are English throughout where their language has no words, which is said', () => {
		const lines = ['name: Tirage', 'language: fr', 'locale: fr-CA'];
		const { language, locale } = settingsOf(...lines);
		expect([language, locale]).toEqual(['en', 'en-GB']);
		expect(complaintsAbout(...lines)).toEqual([
			'2:1 Unexpected language `fr`, expected `en` or `de`',
		]);
		expect(complaintsAbout('language: de-AT')).toEqual([]);
	});

	test.each([
		[
			'an unknown key',
			['name: A', 'colour: red'],
			'2:1 Unexpected `colour: red`, expected a key that has a meaning here',
		],
		[
			'one in the feed',
			['feed:', '  title: x'],
			'2:3 Unexpected `feed.title: x`, expected a key that has a meaning here',
		],
		[
			'an empty name',
			["name: ''"],
			'1:1 Unexpected `name`, expected a name, of at most 60 characters',
		],
		[
			'a name nobody sees',
			['name: "\\u200b"'],
			'1:1 Unexpected `name: \\u200b`, expected a name',
		],
		[
			'a name that turns round',
			['name: "A\\u202eB"'],
			'expected a name, of at most 60 characters',
		],
		[
			'no origin',
			['address: example.org'],
			'expected an address such as `https://example.org/archive/`',
		],
		[
			'a script',
			['repository: "javascript:alert(1)"'],
			'expected an address such as `https://github.com/someone/archive`',
		],
		[
			'a script behind an address',
			['repository: https://a.b/?"><script>'],
			'expected an address such as',
		],
		[
			'no language',
			['language: klingonish'],
			'1:1 Unexpected `language: klingonish`, expected a language such as `en`',
		],
		[
			'a feed without days',
			['feed:', '  address: https://example.org/'],
			'2:3 Unexpected `feed.address: https://example.org/`, expected an address with `{day}` in it',
		],
		['no number', ['feedDigests: ten'], 'expected a number from 1 to 100'],
		['too large a number', ['feedDigests: 101'], 'expected a number from 1 to 100'],
		['a size without a number', ['hostSize: 5 GB'], 'expected a number of GB from 1 to 9999'],
		['a hub without a scheme', ['hub: hub.example'], 'expected an address such as'],
		['neither yes nor no', ['offline: perhaps'], 'expected `true` or `false`'],
		['three letters', ['letters: ABC'], 'expected one or two letters'],
		['markup for letters', ['letters: <b'], 'expected one or two letters'],
		[
			'one accent',
			["accent: '#7c2a22'"],
			'expected `light` and `dark`, a colour for each theme',
		],
		[
			'half an accent',
			["accent: { light: '#7c2a22' }"],
			"1:1 Unexpected `accent.dark: nothing`, expected a colour in quotes such as `'#7c2a22'`",
		],
		[
			'a colour that YAML takes for a comment',
			['accent:', '  dark: "#e0a890"', '  light: #7c2a22'],
			"3:3 Unexpected `accent.light`, expected a colour in quotes such as `'#7c2a22'`",
		],
		[
			'a colour by name',
			['accent: { light: red, dark: red }'],
			"expected a colour in quotes such as `'#7c2a22'`",
		],
		['a list', ['- name'], '1:1 Unexpected `["name"]`, expected a map of settings'],
		['no YAML', ['name: "'], 'expected YAML'],
		[
			'a conflict',
			['<<<<<<< HEAD', 'name: A', '=======', 'name: B', '>>>>>>> b'],
			'1:1 Unexpected conflict marker `<<<<<<< HEAD`',
		],
	])('refuses %s, and says where', (_, lines, expected) => {
		expect(complaintsAbout(...lines).join('\n')).toContain(expected);
	});
});

describe('the schema of settings for editors', () => {
	const schema = settingsJsonSchema();

	test('is up to date', async () => {
		await expectFile(join(root, 'docs/site.schema.json'), schema);
	});

	test('takes what a build takes, and knows what means nothing', () => {
		const isValid = new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object);
		const own = {
			name: 'Mathprint',
			feed: { papers: 'papers on maths' },
			feedDigests: 3,
			offline: true,
			hostSize: 10,
		};
		expect(isValid(own), JSON.stringify(isValid.errors)).toBe(true);
		expect(isValid({ colour: 'red' })).toBe(false);
		expect(isValid({ feedDigests: 0 })).toBe(false);
	});
});

describe('an accent', () => {
	test.each([
		['#f0c808', '#e0a890', '1:11 Unexpected `accent.light: #f0c808`'],
		['#7c2a22', '#5a1a14', '1:29 Unexpected `accent.dark: #5a1a14`'],
		// A shade of it would hide the numbers on it.
		['#000000', '#e0a890', 'to the text on its paler shades in pictures'],
	])('%s and %s cannot be read in both themes', (light, dark, expected) => {
		const [complaint, ...others] = complaintsAbout(
			`accent: { light: '${light}', dark: '${dark}' }`,
		);
		expect(others).toEqual([]);
		expect(complaint).toContain(expected);
		// The colour that the message names is one that it takes.
		const [, theme] = /in the (light|dark) theme/.exec(complaint!)!;
		const [, hint] = /`(#[0-9a-f]{6})` would do/.exec(complaint!)!;
		const accent = { light, dark, [theme!]: hint };
		expect(
			settingsOf(`accent: { light: '${accent.light}', dark: '${accent.dark}' }`).accent,
		).toEqual(accent);
	});

	test('is held to the colours that it stands on', () => {
		const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
		for (const name of ['page', 'raised', 'text'] as const)
			expect(tokens).toContain(
				`--color-${name}: light-dark(oklch(${surroundings.light[name]}), oklch(${surroundings.dark[name]}));`,
			);
	});
});
