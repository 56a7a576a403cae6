import { expect, test } from 'vitest';
import { keptRestorer } from '../../../src/enrich/restore/kept-restorer.ts';
import { createRestorer, type Restorer } from '../../../src/enrich/restore/restore-text.ts';
import type { Keep } from '../../../src/model/keep.ts';

/** Keeps what it made as JSON, as a later run would get it. */
function keepAsJson(): Keep {
	const kept = new Map<string, string>();
	return (kind, input, make) => {
		const key = JSON.stringify([kind, input]);
		const made = kept.has(key) ? JSON.parse(kept.get(key)!) : make();
		if (made !== undefined) kept.set(key, JSON.stringify(made));
		return made;
	};
}

function countedRestorer() {
	const restore = createRestorer(new Set(['the', 'cost', 'of', 'times']));
	const seen: string[] = [];
	const counted: Restorer = (text, source) => {
		seen.push(text);
		return restore(text, source);
	};
	return { restore, seen, kept: keptRestorer(counted, keepAsJson()) };
}

test.each([
	'Plain words.',
	"The cost of O(n^2) at https://example.org is 15times lower — ``so'' it is.",
	'A \\textbf{bold} claim',
])('what was kept of %j is what is made', (text) => {
	const { restore, seen, kept } = countedRestorer();
	const source = { path: 'dumps/2025-03-11.txt', title: 'OpenVLThinker' };
	const expected = restore(text, source);
	const results = [kept(text, source), kept(text, source)];
	for (const result of results) expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
	expect(seen).toEqual([text]);
});

test('a text with messages is read each time, so that they name its place', () => {
	const { seen, kept } = countedRestorer();
	const text = '$\\frac{1}{$ is broken \\(\\frac{}\\)';
	const messages = [1, 2].map((line) => {
		const place = { line, column: 1 };
		return kept(text, { path: `${line}.txt`, place }).file?.messages.map(String);
	});
	expect(messages[0]).toEqual([expect.stringContaining('1.txt')]);
	expect(messages[1]).not.toEqual(messages[0]);
	expect(seen).toEqual([text, text]);
});

test('a decision or another title gives another text', () => {
	const { seen, kept } = countedRestorer();
	const decision = { paper: 'k3v9q2x7mf', field: 'title', from: '15times', to: '15 times' };
	kept('15times', {});
	kept('15times', { title: 'Times' });
	kept('15times', { decisions: [decision as never] });
	expect(seen).toHaveLength(3);
});
