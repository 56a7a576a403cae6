import { expect, test } from 'vitest';
import type { DigestId } from '../../src/model/id.ts';
import { postmarks } from '../../src/paper/postmarks.ts';

const ids = (...days: string[]) => days as DigestId[];

test('a paper’s postmarks are the places of its digests in a row of digests', () => {
	const digests = new Map(
		ids('2025-03-11', '2025-03-11-2', '2025-03-13').map((id, at) => [id, { number: at + 1 }]),
	);
	const row = { unit: 'digest', firstYear: 2025, places: 10 } as const;
	expect(postmarks(ids('2025-03-11-2', '2025-03-13'), row, digests)).toEqual([1, 2]);
});

test('in a row of months, they are the months, each once', () => {
	const row = { unit: 'month', firstYear: 2024, places: 24 } as const;
	const seen = ids('2024-11-30', '2025-01-01', '2025-01-02', '2025-03-05-2');
	expect(postmarks(seen, row, new Map())).toEqual([10, 12, 14]);
});
