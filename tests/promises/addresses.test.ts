import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordingKey } from '../../src/archive/wording-key.ts';
import type { Content, DumpFile } from '../../src/model/content.ts';
import { permanentAddresses } from '../../src/model/permanent-addresses.ts';
import { ContentError } from '../../src/diagnostics.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { CorrectionError, planCorrection, planIngest } from '../../src/pipeline/plans.ts';
import type { Day, PaperId } from '../../src/model/id.ts';
import { dumpFile, emptyContent, reread } from '../support/content.ts';

import { dumpOf, entries } from '../support/alike-papers.ts';
import { figure, times } from '../support/sizes.ts';

const dumps = fc
	.array(fc.uniqueArray(fc.nat({ max: entries.length - 1 }), { minLength: 1, maxLength: 6 }), {
		minLength: 3,
		maxLength: 7,
	})
	.chain((choices) =>
		fc.record({
			texts: fc.constant(choices.map((chosen, index) => dumpOf(index + 1, chosen))),
			order: fc.shuffledSubarray([...choices.keys()], { minLength: choices.length }),
		}),
	);

function ingest(content: Content, text: string): Content {
	return planIngest(reread(content), [{ ...dumpFile('dump.txt', text), year: 2025 }]).content;
}

/** What each wording of a ledger is. */
function assignments({ ledger }: Content): Map<string, string> {
	const lines = String(ledger)
		.trim()
		.split('\n')
		.filter((line) => line !== '');
	return new Map(
		lines.map((line) => {
			const { id, title, abstract } = JSON.parse(line) as Record<string, string>;
			return [`${title}\n${abstract}`, id!];
		}),
	);
}

describe('T5: no address changes meaning', () => {
	const runs = times(50, 1_000);

	test(`${runs} orders of arrival: an id once given shows the same paper for ever`, () => {
		let papers = 0;
		const law = fc.property(dumps, ({ texts, order }) => {
			let content: Content = emptyContent();
			for (const index of order) {
				const before = assignments(content);
				const { papers: pages } = runPipeline(reread(content));
				const next = ingest(content, texts[index]!);
				if (!String(next.ledger).startsWith(String(content.ledger)))
					throw new Error('the ledger was rewritten');
				const after = assignments(next);
				for (const [wording, id] of before)
					if (after.get(wording) !== id) throw new Error(`${id} moved`);
				const view = runPipeline(reread(next));
				for (const id of pages.keys())
					if (!view.papers.has(id)) throw new Error(`${id} has no page`);
				for (const paper of view.papers.values()) {
					const { title, abstract } = wordingKey(paper.title, paper.abstract);
					if (after.get(`${title}\n${abstract}`) !== paper.id)
						throw new Error(`${paper.id} shows another paper`);
				}
				content = next;
			}
			papers += assignments(content).size;
			// All files at once, in any order, are one archive with the same pages.
			const together = runPipeline(reread({ ...content, dumps: content.dumps.toReversed() }));
			expect(together).toEqual(runPipeline(reread(content)));
		});
		fc.assert(law, { numRuns: runs, seed: 20_250_319 });
		figure('T5', `${runs} orders of arrival, ${papers} wordings`);
	});
});

/** A change of some content: which paper and dump it is of, which entries it brings, on which day. */
interface Change {
	readonly content: Content;
	readonly choice: readonly number[];
	readonly at: number;
	readonly day: number;
}

/** What a person can do, in the files or by a command. */
const kinds = {
	add: ({ content, choice, day }) => ingest(content, dumpOf(day, choice)),
	edit: (change) => {
		const { path, value } = dumpAt(change).file;
		return replaceDump(change, dumpFile(path, String(value).replace('On', 'Of')));
	},
	delete: (change) => replaceDump(change),
	rename: (change) => {
		const path = `content/dumps/2025-03-${30 - change.day}.txt`;
		return replaceDump(change, dumpFile(path, String(dumpAt(change).file)));
	},
	reorder: ({ content }) => ({ ...content, dumps: content.dumps.toReversed() }),
	merge: (change) =>
		correct(change.content, {
			verb: 'merge',
			paper: paperAt(change),
			into: paperAt({ ...change, at: change.at + 1 }),
			date,
			reason: 'One paper.',
		}),
	remove: (change) =>
		correct(change.content, {
			verb: 'remove',
			paper: paperAt(change),
			date,
			reason: 'Asked for.',
		}),
	restore: (change) =>
		correct(change.content, {
			verb: 'restore',
			paper: paperAt(change),
			date,
			reason: 'Two papers.',
		}),
	split: (change) =>
		correct(change.content, {
			verb: 'split',
			paper: paperAt(change),
			wordings: [2],
			date,
			reason: 'Two papers.',
		}),
	'cut ledger': ({ content }) => {
		const next = reread(content);
		next.ledger.value = String(content.ledger).split('\n').slice(1).join('\n');
		return next;
	},
} satisfies Record<string, (change: Change) => Content>;

const date = '2026-11-20' as Day;

function dumpAt({ content, at }: Change) {
	return content.dumps[at % content.dumps.length]!;
}

function paperAt({ content, at }: Change): PaperId {
	const ids = [...new Set(assignments(content).values())] as PaperId[];
	return ids[at % ids.length]!;
}

/** The content with another dump, or none, in the place of one. */
function replaceDump(change: Change, ...dumps: readonly DumpFile[]): Content {
	const { content } = change;
	const others = content.dumps.filter((dump) => dump !== dumpAt(change));
	return { ...content, dumps: [...others, ...dumps] };
}

function correct(content: Content, request: Parameters<typeof planCorrection>[1]): Content {
	return planCorrection(reread(content), request).content;
}

/** Make a change; `undefined` where it makes no sense. */
function make(kind: keyof typeof kinds, change: Change): Content | undefined {
	try {
		return kinds[kind](change);
	} catch (error) {
		// A merge in a circle, a restoration of what is there.
		if (error instanceof ContentError || error instanceof CorrectionError) return undefined;
		throw error;
	}
}

const changes = fc.array(
	fc.record({
		kind: fc.constantFrom<keyof typeof kinds>(
			'add',
			'add',
			'edit',
			'delete',
			'rename',
			'reorder',
			'merge',
			'remove',
			'restore',
			'split',
			'cut ledger',
		),
		choice: fc.uniqueArray(fc.nat({ max: entries.length - 1 }), { minLength: 1, maxLength: 4 }),
		at: fc.nat(),
	}),
	{ minLength: 3, maxLength: 8 },
);

describe('T4: no address vanishes', () => {
	const runs = times(50, 1_000);

	test(`${runs} sequences of changes: every address that was built answers in every later build`, () => {
		let builds = 0;
		let refusals = 0;
		const law = fc.property(changes, (steps) => {
			let content = ingest(emptyContent(), dumpOf(1, [0, 6, 12]));
			let published = permanentAddresses(runPipeline(reread(content)));
			steps.forEach(({ kind, choice, at }, index) => {
				const changed = make(kind, { content, choice, at, day: index + 2 });
				if (!changed) return;
				try {
					const addresses = new Set(permanentAddresses(runPipeline(reread(changed))));
					const lost = published.filter((address) => !addresses.has(address));
					if (lost.length > 0) throw new Error(`${kind} lost ${lost.join(', ')}`);
					published = [...addresses];
					content = changed;
					builds++;
				} catch (error) {
					// Refused, and so undone: what was published stays.
					if (!(error instanceof ContentError)) throw error;
					refusals++;
				}
			});
		});
		fc.assert(law, { numRuns: runs, seed: 20_250_428 });
		figure('T4', `${runs} sequences of changes: ${builds} builds, ${refusals} refusals`);
		expect(builds).toBeGreaterThan(runs);
		expect(refusals).toBeGreaterThan(runs / 4);
	});
});
