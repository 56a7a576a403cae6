import { describe, expect, test } from 'vitest';
import { entryKey, fold, wordingKey } from '../../src/archive/wording-key.ts';
import type { Entry } from '../../src/model/digest.ts';

describe('fold', () => {
	test.each([
		['Can Mamba Always Enjoy the "Free Lunch"?', 'canmambaalwaysenjoythefreelunch'],
		// Typographic quotes, dashes, spaces.
		['Can Mamba Always Enjoy the “Free Lunch” ?', 'canmambaalwaysenjoythefreelunch'],
		['BUS:Efficient', 'busefficient'],
		['BUS: Efficient', 'busefficient'],
		// Compatibility forms and zero-width characters.
		['ﬁne\u200b-tuning', 'finetuning'],
		['ＬＬＭ', 'llm'],
		// Composed and decomposed accents are one.
		['Poincaré', 'poincaré'],
		['Poincare\u0301', 'poincaré'],
		// An accent is part of the word.
		['Poincare', 'poincare'],
		// Case beyond ASCII.
		['ΛΌΓΟΣ', 'λόγοσ'],
		['Straße', 'strasse'],
		// C++ and C# are not C.
		['C++', 'c++'],
		['C#', 'c#'],
		// Nothing but symbols stays as it is.
		['???', '???'],
		[' ?\n', '?'],
		[' …\n', '…'],
		[' “” ', '“”'],
	])('%s → %s', (text, expected) => {
		expect(fold(text)).toBe(expected);
		expect(fold(expected), 'idempotent').toBe(expected);
	});
});

describe('wordingKey', () => {
	test('is the same for another case, punctuation and spacing', () => {
		expect(wordingKey('A Title', 'An abstract, with words.')).toEqual(
			wordingKey('a title', 'An  abstract with words'),
		);
	});

	test('keeps the abstract as 16 characters of base32', () => {
		expect(wordingKey('A Title', 'An abstract.').abstract).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
	});

	test('differs by a word', () => {
		expect(wordingKey('A', 'two words')).not.toEqual(wordingKey('A', 'three words'));
	});
});

test('the key of an entry is reckoned once', () => {
	const passage = (text: string) => ({ text, line: 1, column: 1 });
	const entry = { title: passage('Title'), abstract: passage('Abstract') } as Entry;
	expect(entryKey.of(entry)).toEqual(wordingKey('Title', 'Abstract'));
	expect(entryKey.of(entry)).toBe(entryKey.of(entry));
});
