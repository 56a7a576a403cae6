import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseVocabulary } from '../../src/archive/decisions/topics.ts';

function parse(text: string) {
	const file = new VFile({ path: 'content/topics.yaml', value: text });
	const vocabulary = parseVocabulary(file);
	const messages = file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
	return { vocabulary, messages };
}
const messagesOf = (...lines: string[]) => parse(['topics:', ...lines, ''].join('\n')).messages;

describe('the vocabulary', () => {
	test('is empty where the file is', () => {
		for (const text of ['', '# Nothing yet.\n', 'topics:\n', 'topics: {}\n'])
			expect(parse(text), text).toEqual({ vocabulary: [], messages: [] });
	});

	test('has a list of other forms than the name, or lists by kind', () => {
		const { vocabulary, messages } = parse(
			`topics:
  # Models
  diffusion transformers: [DiT, MMDiT]
  alignment:
    weak: [LLM alignment]
    title: ['=alignment']
    not:
      [feature alignment,
      text alignment]
    wider: [diffusion transformers]
    was: [superalignment]
`,
		);
		expect(messages).toEqual([]);
		expect(vocabulary).toEqual([
			{
				name: 'diffusion transformers',
				forms: ['diffusion transformers', 'DiT', 'MMDiT'],
				weak: [],
				title: [],
				not: [],
				wider: [],
				was: [],
			},
			{
				name: 'alignment',
				forms: [],
				weak: ['LLM alignment'],
				title: ['=alignment'],
				not: ['feature alignment', 'text alignment'],
				wider: ['diffusion transformers'],
				was: ['superalignment'],
			},
		]);
	});

	test.each([
		['what is no YAML', ['  a: ['], /^3:1 .*expected YAML$/],
		['a list of topics', ['  - a'], /^1:1 .*expected a map from topic to its forms$/],
		['a word for a list', ['  a: b'], /^2:3 .*expected a list of forms, or lists by kind$/],
		['nothing for a list', ['  a:'], /^2:3 .*expected a list of forms, or lists by kind$/],
		[
			'an unknown kind',
			['  a:', '    form: [b]'],
			/^3:5 .*form: .*expected a key that has a meaning here$/,
		],
		['an empty list', ['  a: []'], /^2:3 .*expected a list with a phrase in it, or no list$/],
		[
			'an empty list of a kind',
			['  a:', '    weak: []'],
			/^3:5 .*expected a list with a phrase in it, or no list$/,
		],
		[
			'no form at all',
			['  a: { not: [b] }'],
			/^2:3 .*expected `forms`, `weak` or `title` beside the others$/,
		],
		['a map for a phrase', ['  a: [b, { c: d }]'], /^2:10 .*expected a phrase$/],
		[
			'a phrase without words',
			["  a: [b, '++']"],
			/^2:10 .*`topics.a\[1\]: \+\+`, expected a phrase with letters or digits$/,
		],
		[
			'a phrase that is a text',
			[`  a: [${'b '.repeat(60)}]`],
			/expected a phrase of at most 100 characters$/,
		],
		['a topic without a name', ["  '': [a]"], /expected/],
	])('refuses %s', (_, lines, message) => {
		expect(messagesOf(...lines)).toEqual([expect.stringMatching(message)]);
	});

	test('refuses keys beside `topics`, as of the decisions of old', () => {
		const { messages } = parse('topics:\nforbidden: [a]\n');
		expect(messages).toEqual([
			expect.stringMatching(/^2:1 .*expected a key that has a meaning/),
		]);
	});

	test.each([
		[
			'a topic twice',
			['  a b: [c]', '  A-b: [d]'],
			'3:3 Unexpected `A-b`, expected a name that `a b` does not have and never had',
		],
		[
			'a former name that is a topic',
			['  a: [c]', '  b: { forms: [d], was: [A] }'],
			'3:26 Unexpected `A`, expected a name that `a` does not have and never had',
		],
		[
			'a former name twice',
			['  a: { forms: [c], was: [x] }', '  b: { forms: [d], was: [x] }'],
			'3:26 Unexpected `x`, expected a name that `a` does not have and never had',
		],
		[
			'a form twice',
			['  a: { forms: [b c], weak: [B-C] }'],
			'2:29 Unexpected `B-C`, expected a form that `a` does not have yet',
		],
		[
			'a form that is another with an ending',
			['  a: { forms: [world models, world modeling] }'],
			'2:30 Unexpected `world modeling`, expected a form that `a` does not have yet',
		],
		[
			'the name as a form',
			['  a: [b, a]'],
			'2:3 Unexpected `a`, expected a form that `a` does not have yet',
		],
		[
			'what hides nothing',
			['  a: { forms: [b c], not: [x b, b c d] }'],
			'2:28 Unexpected `x b`, expected a phrase that has a form of `a` in it',
		],
		[
			'a wider topic that is none',
			['  a: { forms: [b], wider: [c] }'],
			'2:28 Unexpected `c`, expected a topic that is not `a` or within it',
		],
		[
			'a topic wider than itself',
			['  a: { forms: [b], wider: [A] }'],
			'2:28 Unexpected `A`, expected a topic that is not `a` or within it',
		],
	])('refuses %s', (_, lines, message) => {
		expect(messagesOf(...lines)).toEqual([message]);
	});

	test('refuses topics that contain one another, by way of others too', () => {
		const lines = 'abc'.split('').map((name, index) => {
			return `  ${name}: { forms: [${name}], wider: [${'bca'[index]!}] }`;
		});
		expect(messagesOf(...lines)).toHaveLength(3);
	});

	test('lets a form stand under two topics, a subject and a wider one', () => {
		expect(messagesOf('  a: [c d]', '  b: [c d]')).toEqual([]);
	});

	test('is not held up by what would grow without bound', () => {
		const bomb = [
			'  a: &a [b, c]',
			...[...'defghijk'].map((name, index) => {
				const last = index === 0 ? 'a' : 'adefghijk'[index]!;
				return `  ${name}: &${name} [${Array.from({ length: 20 }, () => `*${last}`).join(', ')}]`;
			}),
		];
		expect(messagesOf(...bomb)).not.toEqual([]);
		const many = Array.from({ length: 200 }, () => '  a: [b]');
		expect(messagesOf(...many).length).toBeLessThanOrEqual(26);
		const twice = Array.from({ length: 500 }, (_, index) => `  a${index}: [b, b]`);
		expect(messagesOf(...twice).length).toBeLessThanOrEqual(26);
	});
});
