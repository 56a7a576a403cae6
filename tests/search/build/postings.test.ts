import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPostings, type PostingsStore } from '../../../src/search/build/postings.ts';

/** A paper that has some terms, each at some places. */
type Paper = Readonly<Record<string, readonly number[]>>;

const paper = fc.dictionary(
	fc.constantFrom('a', 'b', 'ç', '__proto__'),
	fc
		.uniqueArray(fc.oneof(fc.nat(300), fc.nat(2 ** 31 - 2)), { maxLength: 40 })
		.map((places) => places.toSorted((a, b) => a - b)),
	{ noNullPrototype: false },
);
// Papers without a term leave gaps, of which some are long.
const papers = fc.array(fc.record({ gap: fc.oneof(fc.nat(3), fc.nat(1e6)), paper }), {
	maxLength: 200,
});

function add(store: PostingsStore, all: readonly (readonly [number, Paper])[]): void {
	for (const [number, terms] of all)
		for (const [term, places] of Object.entries(terms)) {
			const opened = store.open(term);
			store.addPaper(opened, number);
			for (const place of places) store.addPlace(opened, place);
		}
}

function expected(all: readonly (readonly [number, Paper])[], term: string) {
	const having = all.filter(([, terms]) => Object.hasOwn(terms, term));
	return {
		papers: having.map(([number]) => number),
		places: having.flatMap(([, terms]) => [
			terms[term]!.length,
			...terms[term]!.map((place, at) => place - (terms[term]![at - 1] ?? 0)),
		]),
	};
}

/** Another store of what one keeps. */
function reopened(store: PostingsStore): PostingsStore {
	const { terms, bytes } = store.kept();
	return createPostings({ terms, bytes: Buffer.concat([...bytes]) });
}

describe('a store of postings', () => {
	test('gives what was added, also after it was kept and more was added', () => {
		fc.assert(
			fc.property(papers, fc.nat(200), (drawn, cut) => {
				let number = -1;
				const all = drawn.map(({ gap, paper: terms }) => {
					number += 1 + gap;
					return [number, terms] as const;
				});
				const whole = createPostings();
				add(whole, all);
				const first = createPostings();
				add(first, all.slice(0, cut));
				const again = reopened(first);
				add(again, all.slice(cut));
				const names = new Set(all.flatMap(([, terms]) => Object.keys(terms)));
				for (const store of [whole, again, reopened(again)]) {
					expect([...store.keys()].toSorted()).toEqual([...names].toSorted());
					for (const term of names) expect(store.get(term)).toEqual(expected(all, term));
				}
			}),
		);
	});

	test('has nothing of a term that no paper has', () => {
		const store = createPostings();
		expect([[...store.keys()], store.get('a')]).toEqual([[], undefined]);
	});
});
