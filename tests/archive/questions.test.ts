import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseQuestions } from '../../src/archive/decisions/questions.ts';

function parse(text: string) {
	const file = new VFile({ path: 'content/watch.yaml', value: text });
	const questions = parseQuestions(file);
	const messages = file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
	return { questions, messages };
}
const messagesOf = (...lines: string[]) => parse(['questions:', ...lines, ''].join('\n')).messages;

describe('the standing questions', () => {
	test('are none where the file is empty', () => {
		for (const text of ['', '# Nothing yet.\n', 'questions:\n', 'questions: {}\n'])
			expect(parse(text), text).toEqual({ questions: [], messages: [] });
	});

	test('have a name, and what the search has: a query, topics, systems, code', () => {
		const { questions, messages } = parse(
			`questions:
  kv-cache:
    name: KV cache compression
    query: '"kv cache" -quantization'
  mamba-2:
    name: Mamba with code
    topics: [transformers, state-space models]
    systems: [Mamba]
    code: yes
`,
		);
		expect(messages).toEqual([]);
		expect(questions).toEqual([
			{
				slug: 'kv-cache',
				name: 'KV cache compression',
				query: '"kv cache" -quantization',
				topics: [],
				systems: [],
				isWithCode: false,
			},
			{
				slug: 'mamba-2',
				name: 'Mamba with code',
				query: '',
				topics: ['transformers', 'state-space models'],
				systems: ['Mamba'],
				isWithCode: true,
			},
		]);
	});

	test.each([
		// Each place is that of the line which has to be changed.
		[
			['  kv-cache:', '    query: kv'],
			'2:3 Unexpected `questions.kv-cache.name: nothing`, expected a name',
		],
		[
			['  kv-cache:', '    name: KV'],
			'2:3 Unexpected `questions.kv-cache: {"name":"KV"}`, expected `query`, `topics`, `systems` or `code` beside the name',
		],
		[
			['  kv-cache:', '    name: KV', '    search: kv'],
			'4:5 Unexpected `questions.kv-cache.search: kv`, expected a key that has a meaning here',
		],
		[
			['  KV cache:', '    name: KV', '    query: kv'],
			'2:3 Unexpected `questions.KV cache: {"name":"KV","query":"kv"}`, expected a map from the last part of an address, such as `kv-cache`, to a question',
		],
		[
			['  kv:', '    name: KV', '    query: kv', '    code: maybe'],
			'5:5 Unexpected `questions.kv.code: maybe`, expected `yes`',
		],
		[
			['  kv: kv cache'],
			'2:3 Unexpected `questions.kv: kv cache`, expected `name`, and `query`, `topics`, `systems` or `code`',
		],
	])('refuses %j', (lines, message) => {
		expect(messagesOf(...lines)).toEqual([message]);
	});

	test('refuses one question twice', () => {
		const question = ['  kv:', '    name: KV', '    query: kv'];
		expect(messagesOf(...question, ...question)).toEqual([
			expect.stringMatching(/^5:3 Unexpected `Map keys must be unique.*expected YAML$/),
		]);
	});
});
