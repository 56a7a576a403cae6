import { describe, expect, test } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import { planIngest } from '../../src/pipeline/plans.ts';
import type { Content } from '../../src/model/content.ts';
import { permanentAddresses } from '../../src/model/permanent-addresses.ts';
import { dumpFile, emptyContent, reread } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

describe('addresses of systems and topics', () => {
	const lexicon: ReadonlySet<string> = new Set(['mamba', 'speculative', 'decoding', 'linear']);
	const named = (index: number, sentence: string) => `${sentence} ${abstractNumber(index)}`;
	const dump = writeDump('Mar 11', [
		[
			'MambaNet: Linear Decoding',
			named(1, 'We propose MambaNet, a model of speculative decoding.'),
		],
		['Second', named(2, 'It is a kind of speculative decoding.')],
		['Third', named(3, 'Another speculative decoding.')],
	]);
	const submission = { ...dumpFile('dump.txt', dump), year: 2025 };

	/** Content with this dump, and the names that ingest gave. */
	function ingestNamed(content = emptyContent()) {
		const plan = planIngest(reread(content), [submission], lexicon);
		return { plan, content: reread(plan.content) };
	}

	test('are given by ingest, once, and a build shows those', () => {
		const { plan, content } = ingestNamed();
		expect(plan.names).toContain('"kind":"system","slug":"mambanet"');
		const view = runPipeline(reread(content), lexicon);
		expect([...view.systems.keys()]).toEqual(['mambanet']);
		expect([...view.papers.values()][0]).toMatchObject({
			system: 'MambaNet',
			systems: [{ name: 'MambaNet' }],
		});
		expect(planIngest(reread(content), [submission], lexicon).names).toBe('');
		// Without the names nothing has an address, and nothing is linked.
		const nameless = planIngest(emptyContent(), [submission]).content;
		expect(runPipeline(reread(nameless), lexicon).systems.size).toBe(0);
	});

	test('forward to the paper that introduces a system until a second paper names it', () => {
		const { content } = ingestNamed();
		const view = runPipeline(reread(content), lexicon);
		const [first] = [...view.papers.values()];
		expect(view.systems.get('mambanet')).toMatchObject({ forwardsTo: first!.id });
		expect(first!.systems[0]!.slug).toBeUndefined();
		const later = writeDump('Mar 12', [
			['Fourth', named(4, 'It is compared with MambaNet, a model of speculative decoding.')],
		]);
		const more = { ...dumpFile('later.txt', later), year: 2025 };
		const grown = planIngest(reread(content), [more], lexicon).content;
		const after = runPipeline(reread(grown), lexicon);
		expect(after.systems.get('mambanet')!.forwardsTo).toBeUndefined();
		expect([...after.papers.values()].map(({ systems }) => systems[0]?.slug)).toEqual([
			'mambanet',
			undefined,
			undefined,
			'mambanet',
		]);
	});

	test('answer for ever, also when nothing is found under them any more', () => {
		const { content } = ingestNamed();
		const before = permanentAddresses(runPipeline(reread(content), lexicon));
		const { id } = JSON.parse(String(content.ledger).split('\n')[0]!) as { id: string };
		const removed = reread(content);
		removed.corrections.value = `removed:\n  - paper: ${id}\n    date: 2026-11-20\n    reason: Asked for\n`;
		const view = runPipeline(removed, lexicon);
		expect(view.systems.size).toBe(0);
		expect(view.goneNames).toContainEqual({
			kind: 'system',
			slug: 'mambanet',
			near: [],
		});
		const after = new Set(permanentAddresses(view));
		expect(before.filter((address) => !after.has(address))).toEqual([]);
		expect(JSON.stringify(view)).not.toContain('MambaNet');
	});

	test('show the name and the paper that they were given to, whatever is decided later', () => {
		const text =
			'DiffNet is studied. We propose a method called Coupled-RL. Coupled-RL is new.';
		const dump = writeDump('Mar 11', [['DiffNet: Understanding Diffusion', named(1, text)]]);
		const one = { ...dumpFile('dump.txt', dump), year: 2025 };
		const first = planIngest(emptyContent(), [one], lexicon).content;
		const [id] = [...runPipeline(reread(first), lexicon).papers.keys()];
		const deciding = (content: Content, name: string) => {
			const decided = reread(content);
			decided.systems.value = `introduced:\n  ${id}: ${name}\n`;
			return decided;
		};
		for (const name of ['DiffNet', 'Coupled-RL']) {
			// A person names it, its address is given, and the decision is taken back.
			const given = planIngest(deciding(emptyContent(), name), [one], lexicon).content;
			const undecided = reread(given);
			undecided.systems.value = '';
			const view = runPipeline(undecided, lexicon);
			const slug = name.toLowerCase();
			expect(view.systems.get(slug)).toMatchObject({ name, introducedBy: id });
			expect(view.papers.get(id!)).toMatchObject({ system: name });
			expect(view.goneNames).toEqual([]);
			// Another decision is one.
			const other = name === 'DiffNet' ? 'Coupled-RL' : 'DiffNet';
			const grown = planIngest(deciding(given, other), [one], lexicon).content;
			const after = runPipeline(reread(grown), lexicon);
			expect(after.papers.get(id!)).toMatchObject({ system: other });
			expect(after.systems.get(slug)?.introducedBy).toBeUndefined();
		}
	});
});
