import { expect, test } from 'vitest';
import type { TextDecision } from '../../../src/model/corrections.ts';
import type { Day, PaperId } from '../../../src/model/id.ts';
import { restore } from '../../support/lexicon.ts';

/** What is said of a formula that a person decided on. */
function messagesOf(tex: string) {
	const decision: TextDecision = {
		paper: 'k3v9q2x7mf' as PaperId,
		field: 'abstract',
		received: '15times',
		tex,
		date: '2026-11-21' as Day,
		reason: 'Asked for',
	};
	const { plain, spans, file } = restore('up to 15times', {
		decisions: [decision],
		path: 'content/dumps/2025-03-11.txt',
		place: { line: 12, column: 1 },
	});
	expect([plain, spans]).toEqual(['up to 15times', []]);
	return file?.messages ?? [];
}

test('a formula that cannot be set leaves the text as it came, with a warning at its place in the dump', () => {
	const [message, ...others] = messagesOf('x^1^2');
	expect(others).toEqual([]);
	expect(String(message)).toBe(
		'content/dumps/2025-03-11.txt:12:7: The formula `15times` could not be typeset',
	);
	expect(message).toMatchObject({ fatal: false, ruleId: 'formula-not-set' });
});

test.each([
	['x^1^2', 'Double superscript at position 4: x^1^̲'],
	['x'.repeat(501), 'The formula is longer or deeper than any of an abstract'],
	// What Temml quotes of a formula cannot write to a terminal.
	['\\a\u001b[31m', '\\u001b[31m'],
])('the warning of %s has the reason', (tex, reason) => {
	const [message] = messagesOf(tex);
	expect(String(message!.cause)).toContain(reason);
});
