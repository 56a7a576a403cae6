import { describe, expect, test } from 'vitest';
import { typographicQuotes } from '../../src/text/typographic-quotes.ts';

describe('typographic quotes', () => {
	test.each([
		['nothing to set', 'nothing to set'],
		['the term of "long-context", defined', 'the term of “long-context”, defined'],
		['("needle") within', '(“needle”) within'],
		['"North" or "east." Similarly', '“North” or “east.” Similarly'],
		['symbols (e.g., ":" or ".") or', 'symbols (e.g., “:” or “.”) or'],
		['"why"-questions and pre-"trained"', '“why”-questions and pre-“trained”'],
		["an 'unblinded' capacity", 'an ‘unblinded’ capacity'],
		["Beyond 'Aha!': Toward", 'Beyond ‘Aha!’: Toward'],
		// One within the other.
		['She said "the \'best\' one".', 'She said “the ‘best’ one”.'],
		['\'a "b" c\'', '‘a “b” c’'],
		['""a""', '""a""'],
		// Apostrophes: in words, of one and of many, and where letters are left out.
		["ConvNeXt's, don't, GPT4's", 'ConvNeXt’s, don’t, GPT4’s'],
		["avatars' dynamics", 'avatars’ dynamics'],
		["'the models' outputs' were", '‘the models’ outputs’ were'],
		["Apple Inc.'s market", 'Apple Inc.’s market'],
		["in the '90s", 'in the ’90s'],
		["AIME'24 and '25", 'AIME’24 and ’25'],
		["rock 'n' roll", 'rock ’n’ roll'],
		["'til then", '’til then'],
		// Two years are no quotation, one in quotation marks is.
		["from '24 to '25", 'from ’24 to ’25'],
		["called '24'", 'called ‘24’'],
		// Minutes, feet and inches; derivatives.
		['5\' and 7" long', '5′ and 7″ long'],
		["5'11", '5′11'],
		["x' and f(x')", 'x′ and f(x′)'],
		['"in 2024"', '“in 2024”'],
		// Set already: TeX's marks are, by the time.
		['“Self-” and ‘b’ and don’t', '“Self-” and ‘b’ and don’t'],
		["“it's”", '“it’s”'],
		["as $x'$ is 'set'", "as $x'$ is ‘set’"],
		// Code stays what it is.
		["tokens ['_n', 'ort', 'he']", "tokens ['_n', 'ort', 'he']"],
		['=HYPERLINK("https://a.io/?"&A1,"Prize")', '=HYPERLINK("https://a.io/?"&A1,"Prize")'],
		['{"a": "b"} and "c"', '{"a": "b"} and “c”'],
		['<a href="https://example.org">', '<a href="https://example.org">'],
		['class="x" and alpha=\'y\'', 'class="x" and alpha=\'y\''],
		['`print("a")` is "a"', '`print("a")` is “a”'],
		["Bolet\\'in", "Bolet\\'in"],
		// No partner.
		['a " b', 'a " b'],
		['an "unclosed one', 'an "unclosed one'],
		["an 'unclosed one", "an 'unclosed one"],
		['', ''],
	])('%s', (input, expected) => {
		const set = typographicQuotes(input);
		expect(set).toBe(expected);
		expect(set).toHaveLength(input.length);
		expect(typographicQuotes(set), 'idempotent').toBe(expected);
	});

	test('are set in a time that grows with the text', () => {
		const text = `"a' 'b" x' `.repeat(20_000);
		expect(typographicQuotes(text)).toHaveLength(text.length);
	});
});
