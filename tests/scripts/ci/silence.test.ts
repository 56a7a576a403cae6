import { expect, test } from 'vitest';
import { silenceWarning } from '../../../scripts/ci/silence.ts';
import type { Day } from '../../../src/model/id.ts';

const days = ['2025-03-11', '2025-03-12', '2025-03-16', '2025-03-17'] as Day[];

test.each([
	// As long as ever before is not longer.
	['2025-03-21', undefined],
	[
		'2025-03-22',
		'The newest digest is of 17 March 2025, 5 days ago. The longest silence before was 4 days.',
	],
	// A clock that is behind says nothing.
	['2025-03-01', undefined],
] as const)('a feed last heard on 17 March is, on %s, …', (today, warning) => {
	expect(silenceWarning(days, today as Day)).toBe(warning);
});

test('two digests say nothing of how long a feed is silent', () => {
	expect(silenceWarning(days.slice(0, 2), '2026-01-01' as Day)).toBeUndefined();
});
