import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../../src/disk/content-folder.ts';
import {
	systemFinder,
	type AddressedSystem,
	type SystemKnowledge,
} from '../../../../src/enrich/names/systems/find-systems.ts';
import type { PaperText } from '../../../../src/enrich/names/systems/gather-systems.ts';
import type { PaperId } from '../../../../src/model/id.ts';
import type { Keep } from '../../../../src/model/keep.ts';

const lexicon = await readLexicon();
const nothing: SystemKnowledge['decisions'] = { names: [], not: [], introduced: {} };
const mambas = [
	['Mamba: Fast Sequences', 'We propose Mamba, a fast model. Mamba scales.'],
	['Vision', 'Mamba is good at images.'],
].map(([title, abstract], index): PaperText => ({
	id: `p${index}` as PaperId,
	firstSeen: `2025-03-1${index}`,
	title: title!,
	abstract: abstract!,
}));
const changed = mambas.map((paper) => ({ ...paper, title: `${paper.title}!` }));
const later = mambas.map((paper) => ({ ...paper, firstSeen: '2025-04-01' }));
const others = mambas.map((paper) => ({ ...paper, id: `x${paper.id}` as PaperId }));
const addressed = [{ key: 'mamba', paper: mambas[0]!.id }];
const introduced = { [mambas[1]!.id]: 'VisionNet' };

/** Finds systems, and counts how often names were judged. */
function startFinding() {
	const kept = new Map<string, string>();
	let judged = 0;
	const keep: Keep = (kind, input, make) => {
		const key = JSON.stringify([kind, input]);
		if (!kept.has(key)) {
			kept.set(key, JSON.stringify(make()));
			if (kind === 'judged') judged++;
		}
		return JSON.parse(kept.get(key)!);
	};
	const findKept = (
		texts: readonly PaperText[],
		decisions: Partial<SystemKnowledge['decisions']>,
		names: readonly AddressedSystem[],
	) => {
		const known = { lexicon, decisions: { ...nothing, ...decisions } };
		const found = systemFinder(texts, { ...known, keep }).find(names);
		expect(found).toEqual(systemFinder(texts, known).find(names));
		return judged;
	};
	return findKept;
}

describe('what papers name is judged once', () => {
	test('as long as all that it depends on is the same', () => {
		const findKept = startFinding();
		expect(findKept(mambas, {}, addressed)).toBe(1);
		expect(findKept(mambas, {}, addressed)).toBe(1);
	});

	test.each<[string, ...Parameters<ReturnType<typeof startFinding>>]>([
		['text', changed, {}, addressed],
		['day', later, {}, addressed],
		['paper', others, {}, addressed],
		['order', mambas.toReversed(), {}, addressed],
		['list of names', mambas, { names: [['Vision', []]] }, addressed],
		['list of words', mambas, { not: ['Mamba'] }, addressed],
		['introduced name', mambas, { introduced }, addressed],
		['address', mambas, {}, []],
		['paper of an address', mambas, {}, [{ key: 'mamba', paper: mambas[1]!.id }]],
	])('and anew for another %s', (_what, texts, decisions, names) => {
		const findKept = startFinding();
		findKept(mambas, {}, addressed);
		expect(findKept(texts, decisions, names)).toBe(2);
	});
});
