import { describe, expect, test } from 'vitest';
import { findSystems } from '../../src/enrich/systems/find-systems.ts';
import { findTopics } from '../../src/enrich/topics/find-topics.ts';
import { readLexicon } from '../../src/files.ts';
import type { PaperId } from '../../src/model/id.ts';
import { bestTime } from '../support/best-time.ts';
import { figure } from '../support/sizes.ts';

const lexicon = await readLexicon();
const decisions = { names: new Map(), merged: new Map(), forbidden: new Set<string>() };

describe('T12: finding systems and topics is linear', () => {
	const patterns = {
		'one long word': 'a',
		'one long name': 'A',
		words: 'a ',
		names: 'TokenNet ',
		proposals: 'we propose a ',
		'proposals of names': 'we propose TokenNet and ',
		namings: 'called A',
		'names in brackets': 'A Token Net (ATN) ',
		'names with hyphens': 'Aa-',
		'what we call': 'which we call ',
		phrases: 'token recycling ',
		'phrases of the title': 'we propose a novel new token recycling method of ',
		possessives: 'our our ',
		sentences: 'We do. ',
		addresses: 'http://a.io/',
		'addresses and words': 'code at http://a.io/b is ',
	};

	const find = (abstract: string): void => {
		const id = '0000000000' as PaperId;
		const paper = { id, title: 'Token Recycling: A Framework with Token Nets', abstract };
		findSystems([paper], lexicon);
		findTopics([paper], decisions);
	};
	const milliseconds = (text: string): number => bestTime(() => find(text));

	test.each(Object.entries(patterns))(
		'%s',
		(name, unit) => {
			const make = (length: number) => unit.repeat(Math.ceil(length / unit.length));
			let length = 5_000;
			// Long enough to be measured.
			while (length < 80_000 && milliseconds(make(length)) < 5) length *= 2;
			let ratio = Infinity;
			for (let attempt = 0; attempt < 12 && ratio > 2.2 ** 2; attempt++) {
				ratio = Math.min(
					ratio,
					milliseconds(make(4 * length)) / milliseconds(make(length)),
				);
			}
			figure(
				'T12',
				`finding in ${name}: doubling costs ${Math.sqrt(ratio).toFixed(2)} times, from ${length} characters`,
			);
			expect(ratio).toBeLessThanOrEqual(2.2 ** 2);
			// An abstract has at most 20,000 characters.
			expect(milliseconds(make(20_000))).toBeLessThan(1_000);
		},
		120_000,
	);
});
