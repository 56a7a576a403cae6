import { expect, test } from 'vitest';
import { countLines } from '../../src/check/read-data.ts';
import { jsonLines, jsonLineTexts } from '../../src/data/json-lines.ts';

test.each([0, 1, 999, 1_000, 2_500])(
	'%i records are the same lines as one text and as several',
	(count) => {
		const records = Array.from({ length: count }, (_, at) => ({ title: `𝒪(n) – ${at}` }));
		const text = Array.from(jsonLineTexts(records)).join('');
		expect(text).toBe(jsonLines(records));
		expect(countLines(Buffer.from(text))).toBe(count);
	},
);
