import * as fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseRegister } from '../../src/archive/register.ts';
import { wordingKey } from '../../src/archive/wording-key.ts';
import { isMerged } from '../../src/archive/repair/merged-files.ts';
import { ContentError } from '../../src/diagnostics.ts';
import type { Content } from '../../src/model/content.ts';
import type { PaperId } from '../../src/model/id.ts';
import { permanentAddresses } from '../../src/model/permanent-addresses.ts';
import { readArchive, runPipeline } from '../../src/pipeline.ts';
import { planIngest, planRepair } from '../../src/pipeline/plans.ts';
import { dumpOf } from '../support/alike-papers.ts';
import { dumpFile, emptyContent, reread } from '../support/content.ts';
import { follow, forks, mergeBranches, type Fork, type Merge } from '../support/histories.ts';
import { figure, times } from '../support/sizes.ts';

/** Every file of an archive, by name. */
function filesOf(content: Content): Record<string, string> {
	const { manifest, ledger, names, register, corrections } = content;
	return Object.fromEntries([
		...[manifest, ledger, names, register, corrections].map((file) => [
			file.basename!,
			String(file),
		]),
		...content.dumps
			.map(({ file }) => [file.basename!, String(file)] as const)
			.toSorted(([a], [b]) => (a < b ? -1 : 1)),
	]);
}

/** What each address means. */
function meaningsIn({ register }: Content): Map<string, string> {
	const { meanings } = parseRegister(new VFile({ value: String(register) }));
	return new Map([...meanings].map(([address, { means }]) => [address, means]));
}

function repair({ content, sides }: Merge, published?: Content): Content {
	const context = {
		sides,
		spare: [],
		published: published && new VFile({ value: String(published.register) }),
	};
	return planIngest(reread(planRepair(reread(content), context).content), []).content;
}

// What only a person can decide.
const forPersons = new Set([
	'contradictory-correction',
	'contested-paper',
	'contested-digest',
	'circular-merge',
	'nothing-left',
	'dump-still-here',
]);

/** What a repair comes to, or the messages by which it leaves it to a person. */
function attempt(merge: Merge, published?: Content): Content | string[] {
	try {
		return repair(merge, published);
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		const names = error.files.flatMap(({ messages }) =>
			messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId!),
		);
		if (names.some((name) => !forPersons.has(name))) throw error;
		return names.toSorted();
	}
}

/** Every paper's address leads to a page that has the wording that it was given for, or to a tombstone. */
function assertMeanings(content: Content): void {
	const view = readArchive(reread(content));
	const pages = new Map(view.papers.map((paper) => [paper.id, paper.revisions]));
	const moved = new Map(
		view.former.flatMap((paper) => (paper.kind === 'moved' ? [[paper.id, paper.into]] : [])),
	);
	const lines = String(content.ledger).split('\n').slice(0, -1);
	const written = Map.groupBy(
		lines.map((line) => JSON.parse(line) as { id: PaperId; abstract: string }),
		({ id }) => id,
	);
	for (const [address, means] of meaningsIn(content)) {
		const id = /^\/papers\/(.*)\/$/.exec(address)?.[1] as PaperId | undefined;
		if (!id) continue;
		if (!written.get(id)!.some(({ abstract }) => abstract === means))
			throw new Error(`${id} shows another paper`);
		const shown = moved.get(id) ?? id;
		if (!pages.has(shown) && !view.former.some((paper) => paper.id === shown))
			throw new Error(`${id} shows nothing`);
		const revisions = pages.get(shown);
		const abstracts = revisions?.map((one) => wordingKey(one.title, one.abstract).abstract);
		// A withdrawn dump takes its wordings along.
		if (abstracts && view.withdrawn.length === 0 && !abstracts.includes(means))
			throw new Error(`${id} does not show what it was given for`);
	}
}

/** Hold a repaired archive to what its two sides gave. */
function assertBoth(result: Content, sides: readonly Content[], published?: Content): void {
	assertMeanings(result);
	const addresses = new Set(permanentAddresses(runPipeline(reread(result))));
	const now = meaningsIn(result);
	const meanings = sides.map(meaningsIn);
	for (const side of sides)
		for (const address of permanentAddresses(runPipeline(reread(side))))
			if (!addresses.has(address)) throw new Error(`${address} is lost`);
	for (const address of new Set(meanings.flatMap((side) => [...side.keys()]))) {
		const given = meanings.flatMap((side) => side.get(address) ?? []);
		// A dump that each branch had under another name has one of them, and leaves the other free.
		const elsewhere = [...now].filter(([, means]) => given.includes(means));
		const isLeft = elsewhere.some(([place, means]) =>
			meanings.some((side) => side.get(place) === means),
		);
		if (!address.startsWith('/digests/') || !isLeft)
			expect(given, address).toContain(now.get(address));
	}
	if (published)
		expect(String(result.register).startsWith(String(published.register))).toBe(true);
	expect(isMerged(reread(result))).toBe(false);
	const next = dumpFile('next.txt', dumpOf(7, [0, 3, 5, 8, 12, 20]));
	assertMeanings(planIngest(reread(result), [{ ...next, year: 2025 }]).content);
}

const taken = { day: 1, choice: [0], at: 0 } as const;
// A paper of a withdrawn dump, retitled in an earlier one, which one branch splits from it.
const splitFromWithdrawn: Fork = {
	base: [
		{ ...taken, verb: 'ingest', day: 2 },
		{ ...taken, verb: 'withdraw' },
	],
	ours: [{ ...taken, verb: 'ingest', choice: [2] }],
	theirs: [
		{ ...taken, verb: 'ingest', choice: [2, 6] },
		{ ...taken, verb: 'split', at: 2 },
	],
	third: [],
};

describe('branches that both ingested', () => {
	const runs = times(40, 1_000);

	test(`${runs} forks end in one right archive, whichever side merges which`, () => {
		let repaired = 0;
		let left = 0;
		const bringTogether = (
			base: Content,
			sides: readonly [Content, Content],
			hasMarkers: boolean,
			published?: Content,
		): Content | undefined => {
			const [ours, theirs] = sides;
			const result = attempt(mergeBranches(base, ours, theirs, hasMarkers), published);
			const other = attempt(mergeBranches(base, theirs, ours, !hasMarkers), published);
			if (Array.isArray(result) || Array.isArray(other)) {
				expect(other).toEqual(result);
				left++;
				return undefined;
			}
			repaired++;
			expect(filesOf(other)).toEqual(filesOf(result));
			assertBoth(result, sides, published);
			return result;
		};
		const law = fc.property(
			forks,
			fc.boolean(),
			fc.constantFrom('ours', 'theirs', undefined),
			(fork, hasMarkers, publishedSide) => {
				const base = follow(emptyContent(), fork.base);
				const ours = follow(base, fork.ours);
				const theirs = follow(base, fork.theirs);
				const published = publishedSide && { ours, theirs }[publishedSide];
				const result = bringTogether(base, [ours, theirs], hasMarkers, published);
				const third = fork.third.length > 0 && follow(base, fork.third);
				if (result && third) bringTogether(base, [result, third], hasMarkers, published);
			},
		);
		const seed = 20_250_313 + Number(process.env['SEED'] ?? 0);
		fc.assert(law, { numRuns: runs, seed, examples: [[splitFromWithdrawn, false, 'ours']] });
		figure('T5', `${runs} forks: ${repaired} repaired, ${left} left to a person`);
		expect(repaired).toBeGreaterThan(runs / 2);
	});
});
