import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { words, wordsIn } from '../../src/language/words.ts';
import { languages } from '../../src/model/language.ts';
import { defaults, defaultsIn, useSettings } from '../../src/site.ts';
import { root } from '../support/run-script.ts';
import { interfaceTexts } from '../support/interface-texts.ts';

// What is called so in both.
const shared = new Set([
	'Abstract',
	'BibTeX',
	'Code',
	'Esc',
	'Feeds',
	'In',
	'Link',
	'Links',
	'Name',
	'Paper',
	'Papers',
	'Papers:',
	'System',
	'Text',
	'Trends',
	'in',
]);

afterAll(() => useSettings(defaults));

describe('the words of the interface', () => {
	test.each(languages)('are complete in %s', (language) => {
		const english = interfaceTexts(wordsIn.en);
		const texts = interfaceTexts(wordsIn[language]);
		expect([...texts.keys()]).toEqual([...english.keys()]);
		for (const [name, parts] of texts)
			expect(parts.length > 0, name).toBe(english.get(name)!.length > 0);
	});

	test('are translated, every one', () => {
		const english = interfaceTexts(wordsIn.en);
		const left = [...interfaceTexts(wordsIn.de)].filter(([name, parts]) =>
			parts.some((part) => english.get(name)!.includes(part) && !shared.has(part)),
		);
		expect(left).toEqual([]);
	});

	test('are those of the archive at hand, whatever its region', () => {
		useSettings({ ...defaultsIn('de'), language: 'de-AT' });
		expect(words.frame.digests).toBe('Ausgaben');
		useSettings({ ...defaults, language: 'en-US' });
		expect(words.frame.digests).toBe('Digests');
	});

	test('that the style sheet has are those of English', () => {
		const sheet = readFileSync(join(root, 'src/styles/paper.css'), 'utf8');
		expect(sheet).toContain(`content: '${wordsIn.en.paper.shares}';`);
	});

	test('come with the prose of each page', () => {
		const prose = (language: string) =>
			readdirSync(join(root, 'src/prose', language)).toSorted();
		for (const language of languages) expect(prose(language)).toEqual(prose('en'));
	});
});
