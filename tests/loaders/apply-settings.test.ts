import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { afterAll, expect, test } from 'vitest';
import { applySettings } from '../../src/loaders/apply-settings.ts';
import { defaults, site, useSettings } from '../../src/site.ts';
import { sharedFolder, temporaryFolder } from '../support/folders.ts';

const folder = sharedFolder();

// Others in this process are of an archive without settings.
afterAll(() => useSettings(defaults));

test('a language without words is warned of, and the site is in English', async () => {
	const warned: VFile[] = [];
	await writeFile(join(folder, 'site.yaml'), 'name: Tirage\nlanguage: fr\n');
	const { language, locale } = await applySettings(folder, (file) => warned.push(file));
	expect([language, locale, site.language]).toEqual(['en', 'en-GB', 'en']);
	expect(warned.flatMap(({ messages }) => messages.map(String))).toEqual([
		expect.stringMatching(/site\.yaml:2:1: Unexpected language `fr`, expected `en` or `de`$/),
	]);
});

test('nothing is said of settings that can be used', async () => {
	const warned: VFile[] = [];
	await writeFile(join(folder, 'site.yaml'), 'language: de-CH\n');
	await applySettings(folder, (file) => warned.push(file));
	expect(warned).toEqual([]);
	expect(site.locale).toBe('de-CH');
});

test('an archive with a name of its own has pictures of its own, or none: others would show another name', async () => {
	const place = await temporaryFolder();
	const pictures = async () => (await applySettings(place)).pictures;
	expect(await pictures()).toEqual(defaults.pictures);
	await writeFile(join(place, 'site.yaml'), 'name: Tirage\n');
	expect(await pictures()).toEqual({ card: 'none', touchIcon: 'none' });
	await writeFile(join(place, 'card.png'), 'a picture');
	expect(await pictures()).toEqual({ card: 'own', touchIcon: 'none' });
});
