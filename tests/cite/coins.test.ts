import { expect, test } from 'vitest';
import { contextObject } from '../../src/cite/coins.ts';
import type { Day } from '../../src/model/id.ts';

const url = 'https://example.org/papers/k3v9q2x7mf/';
const fieldsOf = (text: string) => [...new URLSearchParams(text)];

test('a context object has what is known, and nothing else', () => {
	expect(fieldsOf(contextObject({ title: 'A & B: “50%” of π + C;=#', url }))).toEqual([
		['ctx_ver', 'Z39.88-2004'],
		['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
		['rft.type', 'preprint'],
		['rft.title', 'A & B: “50%” of π + C;=#'],
		['rft.identifier', url],
	]);
	const known = {
		title: 'A',
		url,
		authors: ['Ada Lovelace', 'Li'],
		published: '2025-03-11' as Day,
	};
	expect(fieldsOf(contextObject(known))).toEqual(
		expect.arrayContaining([
			['rft.creator', 'Ada Lovelace'],
			['rft.creator', 'Li'],
			['rft.date', '2025-03-11'],
		]),
	);
});
