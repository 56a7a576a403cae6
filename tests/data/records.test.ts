import { expect, test } from 'vitest';
import { countLines } from '../../src/check/read-data.ts';
import { jsonLines, jsonLinesBytes } from '../../src/data/json-lines.ts';

test.each([0, 1, 999, 1_000, 2_500])(
	'%i records are the same lines as text and as bytes',
	(count) => {
		const records = Array.from({ length: count }, (_, at) => ({ title: `𝒪(n) – ${at}` }));
		const bytes = Buffer.from(jsonLinesBytes(records));
		expect(String(bytes)).toBe(jsonLines(records));
		expect(countLines(bytes)).toBe(count);
	},
);
