import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { messagesPage } from '../scripts/messages-page.ts';
import { diagnostics, quote, report } from '../src/diagnostics.ts';
import { expectFile } from './support/expected-file.ts';
import { root } from './support/run-script.ts';

describe('diagnostics', () => {
	test('are documented as they are', async () => {
		await expectFile(join(root, 'docs/messages.md'), messagesPage());
	});

	test.each(Object.entries(diagnostics))(
		'%s says what it means and how to fix it',
		(_name, { reason, note, about }) => {
			expect(reason).not.toMatch(/\.$/);
			expect(note).toMatch(/\.$/);
			expect(about).toMatch(/\.$/);
		},
	);

	test('a message carries place, name, severity and note', () => {
		const file = new VFile({ path: 'dump.txt' });
		report(file, 'odd-character', 'U+200B', { line: 3, column: 9 });
		expect(file.messages[0]).toMatchObject({
			line: 3,
			column: 9,
			ruleId: 'odd-character',
			source: 'digests',
			fatal: false,
			actual: 'U+200B',
		});
	});
});

describe('quote', () => {
	test.each([
		['plain', 'plain'],
		// No text may write to a terminal or start a command of a CI log.
		['\u001b[31mred', '\\u001b[31mred'],
		['a\n::error::b', 'a\\u000a::error::b'],
		['\u202Eabc\u200b', '\\u202eabc\\u200b'],
		['x'.repeat(100), `${'x'.repeat(79)}…`],
	])('%j → %s', (text, expected) => {
		expect(quote(text)).toBe(expected);
	});
});
