import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { parseSystemDecisions } from '../../src/archive/decisions/systems.ts';

function parse(value: string) {
	const file = new VFile({ path: 'content/systems.yaml', value });
	return { decisions: parseSystemDecisions(file), messages: file.messages.map(String) };
}

describe('content/systems.yaml', () => {
	test('lists names with their other forms, words that are none, and what papers introduce', () => {
		const { decisions, messages } = parse(
			`names:\n  - BERT\n  - COCO: [MS COCO]\nnot: [LLM]\nintroduced:\n  k3v9q2x7mf: S4\n  8fy2rhbe2a: ''\n`,
		);
		expect(messages).toEqual([]);
		expect(decisions).toEqual({
			names: [
				['BERT', []],
				['COCO', ['MS COCO']],
			],
			not: ['LLM'],
			introduced: { k3v9q2x7mf: 'S4', '8fy2rhbe2a': '' },
		});
	});

	test('may be empty', () => {
		expect(parse('')).toEqual({
			decisions: { names: [], not: [], introduced: {} },
			messages: [],
		});
	});

	test.each([
		['a name that is a map of maps', 'names:\n  - BERT: {}\n', '2:5'],
		['a text for a list', 'not: LLM\n', '1:1'],
		['a paper that has no such id', 'introduced:\n  Mamba: S4\n', '2:3'],
		['an unknown key', 'systems: []\n', '1:1'],
	])('%s is refused at its place', (_, text, place) => {
		const { messages } = parse(text);
		expect(messages).toHaveLength(1);
		expect(messages[0]).toContain(`:${place}`);
	});
});
