import { describe, expect, test } from 'vitest';
import {
	systemFinder,
	type AddressedSystem,
	type SystemKnowledge,
} from '../../../../src/enrich/names/systems/find-systems.ts';
import type { PaperText } from '../../../../src/enrich/names/systems/gather-systems.ts';
import { readLexicon } from '../../../../src/disk/content-folder.ts';
import type { PaperId } from '../../../../src/model/id.ts';

const lexicon = await readLexicon();

/** A paper a day. */
function papers(...texts: readonly (readonly [title: string, abstract: string])[]): PaperText[] {
	return texts.map(([title, abstract], index) => ({
		id: `p${index}` as PaperId,
		firstSeen: `2025-03-${String(index + 1).padStart(2, '0')}`,
		title,
		abstract,
	}));
}

const nothing: SystemKnowledge['decisions'] = { names: [], not: [], introduced: {} };

function find(
	texts: readonly PaperText[],
	decisions: Partial<SystemKnowledge['decisions']> = {},
	addressed: readonly AddressedSystem[] = [],
) {
	const known = { lexicon, decisions: { ...nothing, ...decisions } };
	const found = systemFinder(texts, known).find(addressed);
	return {
		...found,
		/** The names of a paper, as it writes them. */
		namesOf: (index: number) =>
			found.papers.get(`p${index}` as PaperId)!.names.map(({ name }) => name),
		familiesOf: (index: number) =>
			found.papers.get(`p${index}` as PaperId)!.names.map(({ system }) => system.name),
		ownOf: (index: number) => found.papers.get(`p${index}` as PaperId)!.system,
	};
}

const mamba = ['Mamba: Fast Sequences', 'We propose Mamba, a fast model. Mamba scales.'] as const;

describe('systemFinder', () => {
	test('quotes every paper that mentions a system, and says who introduces it', () => {
		const { systems } = find(
			papers(
				mamba,
				['A Survey', 'Many build on Mamba, which is fast. Others do not.'],
				// A snake is no system.
				['Snakes', 'A mamba is a snake. Some are black.'],
			),
			{ names: [['Mamba', []]] },
		);
		expect(systems).toMatchObject([{ name: 'Mamba', introducedBy: 'p0', isSure: true }]);
		expect([...systems[0]!.mentions]).toEqual([
			['p0', ['We propose Mamba, a fast model.', 'Mamba scales.']],
			['p1', ['Many build on Mamba, which is fast.']],
		]);
	});

	test('tells two systems of one name apart by their papers', () => {
		const { systems } = find(
			papers(
				[
					'HydraNet: Draft Heads for Decoding',
					'Speculative decoding drafts tokens. We propose HydraNet, in which drafting is sequential.',
				],
				[
					'HydraNet: Bidirectional State Space Models',
					'Matrix mixers are structured. We propose HydraNet, which is bidirectional.',
				],
				[
					'Faster Drafts',
					'Speculative decoding drafts tokens with heads such as HydraNet.',
				],
			),
		);
		expect(
			systems.map(({ key, introducedBy, mentions }) => [
				key,
				introducedBy,
				[...mentions.keys()],
			]),
		).toEqual([
			['hydranet', 'p0', ['p0', 'p2']],
			['hydranet', 'p1', ['p1']],
		]);
	});

	test('gives a paper nothing for its own that three earlier papers use', () => {
		const use = (of: string) => ['Title', `It is trained with ${of}, on ${of}.`] as const;
		const claim = [
			'FastRL: Stable Training',
			'We propose FastRL, a method that is stable.',
		] as const;
		expect(find(papers(use('FastRL'), use('FastRL'), claim)).ownOf(2)).toBe('FastRL');
		expect(
			find(papers(use('FastRL'), use('FastRL'), use('FastRL'), claim)).ownOf(3),
		).toBeUndefined();
		// Another case is another name.
		const late = ['FASTRL: Stable Training', claim[1].replaceAll('FastRL', 'FASTRL')] as const;
		expect(find(papers(use('FastRL'), use('FastRL'), use('FastRL'), late)).ownOf(3)).toBe(
			'FASTRL',
		);
		// Another’s title begins with it: that is another thing.
		expect(find(papers(claim, claim, claim, claim)).ownOf(3)).toBe('FastRL');
	});

	test('keeps each paper’s own form of a name, and brings versions and sizes together', () => {
		const { namesOf, familiesOf, systems } = find(
			papers(
				['One', 'We compare it with Qwen3-8B and Qwen2.5-7B-Instruct on AIME24.'],
				['Two', 'We compare it with Qwen3 4B on AIME 2024 and AIME’25.'],
			),
			{
				names: [
					['Qwen', []],
					['AIME', []],
				],
			},
		);
		expect(namesOf(0)).toEqual(expect.arrayContaining(['Qwen3-8B', 'Qwen2.5-7B-Instruct']));
		expect(familiesOf(0)).toEqual(expect.arrayContaining(['Qwen3', 'Qwen2.5', 'AIME']));
		expect(new Set(familiesOf(1))).toEqual(new Set(['Qwen3', 'AIME']));
		expect(systems.map(({ key }) => key).toSorted()).toEqual(['aime', 'qwen2.5', 'qwen3']);
	});

	test('a name keeps the letters of every script: π_RL is not RL', () => {
		const { systems } = find(
			papers(
				['π_RL: Online Training', 'We propose π_RL, a framework. With π_RL, RL is fast.'],
				['Other', 'RL is slow, and RL needs rewards.'],
			),
			{ not: ['RL'] },
		);
		expect(systems.map(({ key, mentions }) => [key, [...mentions.keys()]])).toEqual([
			['πrl', ['p0']],
		]);
	});

	test('a version of a listed name is known, behind a letter, a dot or a v', () => {
		const texts = papers(['One', 'It is better than FLUX.1 and DINOv3, and than Wan2.1.']);
		const names: [string, string[]][] = ['FLUX', 'DINO', 'Wan'].map((name) => [name, []]);
		expect(find(texts, { names }).namesOf(0)).toEqual(['FLUX.1', 'DINOv3', 'Wan2.1']);
	});

	test('a word in lower case says nothing of capitals', () => {
		const own = ['GRASP: Fast Hands', 'We propose GRASP, a method. GRASP is fast.'] as const;
		const other = ['Hands', 'To grasp is to hold; they grasp.'] as const;
		const texts = papers(own, other, other, other, other, other, other);
		expect(find(texts).ownOf(0)).toBe('GRASP');
	});

	test('a name that is a word counts only as it is listed', () => {
		const texts = papers(['One', 'Dreams are long. We dream, and test it on Dream.']);
		expect(find(texts, { names: [['Dream', []]] }).namesOf(0)).toEqual(['Dream']);
	});

	test('what a person said is none is none, whatever has an address', () => {
		const texts = papers(['A Survey', 'It is evaluated on NameBench, a benchmark.']);
		expect(find(texts).namesOf(0)).toEqual(['NameBench']);
		expect(find(texts, { not: ['NameBench'] }, [{ key: 'namebench' }]).namesOf(0)).toEqual([]);
	});

	test('what a person said of a paper is what it introduces', () => {
		const texts = papers(mamba, ['Reading Twice', 'We propose to read all texts twice.']);
		const { ownOf } = find(texts, {
			introduced: { [texts[0]!.id]: '', [texts[1]!.id]: 'Reading Twice' },
		});
		expect([ownOf(0), ownOf(1)]).toEqual([undefined, 'Reading Twice']);
	});

	test('a name stays its paper’s once it has an address, and what is found anew comes beside it', () => {
		const texts = papers([
			'DiffNet: Understanding Diffusion',
			'DiffNet is studied. We propose a method called Coupled-RL, and Coupled-RL is new.',
		]);
		const [{ id }] = texts as [PaperText];
		const given = (key: string) => [{ key, paper: id }];
		const all = { introduced: { [id]: 'Coupled-RL' } };
		expect(find(texts, all, given('diffnet')).ownOf(0)).toBe('Coupled-RL');
		for (const [key, name] of [
			['diffnet', 'DiffNet'],
			['coupledrl', 'Coupled-RL'],
		] as const) {
			const { ownOf, systems } = find(texts, {}, given(key));
			expect(ownOf(0)).toBe(name);
			expect(systems).toContainEqual(
				expect.objectContaining({ key, name, introducedBy: id }),
			);
		}
		const both = [...given('coupledrl'), ...given('diffnet')];
		expect(
			find(texts, {}, both).systems.map(({ name, introducedBy }) => [name, introducedBy]),
		).toEqual([
			['Coupled-RL', id],
			['DiffNet', id],
		]);
		// Not in the text any more; a person said that it is none.
		expect(find(texts, {}, given('othernet')).systems).toEqual(find(texts).systems);
		const not = ['Coupled-RL'];
		expect(find(texts, { not }, given('coupledrl')).ownOf(0)).not.toBe('Coupled-RL');
	});

	test('a name that has an address is not introduced once more in short', () => {
		const texts = papers([
			'Recursive Speculative Decoding: Faster Decoding',
			'We propose Recursive Speculative Decoding (RSD), a method. RSD is fast, and RSD scales.',
		]);
		const own = (key: string) =>
			find(texts, {}, [{ key, paper: texts[0]!.id }])
				.systems.filter(({ introducedBy }) => introducedBy)
				.map(({ key }) => key);
		expect(own('recursivespeculativedecoding')).toEqual(['recursivespeculativedecoding']);
		expect(own('rsd')).toEqual(['rsd']);
	});

	test('a name keeps an address that it was given as one of a family', () => {
		const texts = papers(['One', 'We train Hydra9-7B, which is an open model.']);
		const { systems } = find(texts, {}, [{ key: 'hydra9', paper: texts[0]!.id }]);
		expect(systems).toMatchObject([{ key: 'hydra9', introducedBy: 'p0' }]);
	});

	test('a name in another case is not what a paper introduces, if more papers write it so', () => {
		const use = (name: string) => ['Title', `It is trained with ${name}, on ${name}.`] as const;
		const claim = ['ROPEX: A Benchmark', 'We propose ROPEX, a benchmark.'] as const;
		const usual = [use('RoPEX'), use('RoPEX'), use('RoPEX'), claim];
		const introducers = (...texts: readonly (readonly [string, string])[]) =>
			find(papers(...texts)).systems.map(({ name, introducedBy, mentions, isShared }) => [
				name,
				introducedBy,
				mentions.size,
				isShared,
			]);
		expect(introducers(...usual)).toEqual([
			['RoPEX', undefined, 3, true],
			['ROPEX', 'p3', 1, true],
		]);
		// Two are a slip, and so are three among more.
		expect(introducers(...usual.slice(1))).toMatchObject([[expect.anything(), 'p2', 3, false]]);
		const slips = [...usual, use('ROPEX'), use('ROPEX'), use('ROPEX')];
		expect(introducers(...slips)).toMatchObject([[expect.anything(), 'p3', 7, false]]);
	});

	test('one mention alone is not sure enough for an address', () => {
		const text = (name: string) => ['Title', `It is trained on ${name} and tested.`] as const;
		const names: [string, string[]][] = [['ImageNet', []]];
		expect(find(papers(text('ImageNet')), { names }).systems).toMatchObject([
			{ isSure: false },
		]);
		expect(find(papers(text('ImageNet'), text('ImageNet')), { names }).systems).toMatchObject([
			{ isSure: true },
		]);
	});

	test('does not depend on what it found before', () => {
		const texts = papers(mamba, ['A Survey', 'Many build on Mamba.']);
		expect(find(texts).systems).toEqual(find(texts).systems);
	});
});
