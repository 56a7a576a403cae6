import { describe, expect, test } from 'vitest';
import { findSystems } from '../../src/enrich/names/find-systems.ts';
import { findTopics } from '../../src/enrich/names/find-topics.ts';
import { readLexicon } from '../../src/disk/content-folder.ts';
import type { PaperId } from '../../src/model/id.ts';
import { bestTime } from '../support/best-time.ts';
import { measureGrowth, mostGrowth } from '../support/growth.ts';
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
			const { ratio, text } = measureGrowth((length) => milliseconds(make(length)), {
				from: 5_000,
				to: 80_000,
				enough: 5,
			});
			figure('T12', `finding in ${name}: ${text}`);
			expect(ratio).toBeLessThanOrEqual(mostGrowth);
			// An abstract has at most 20,000 characters.
			expect(milliseconds(make(20_000))).toBeLessThan(1_000);
		},
		120_000,
	);
});
