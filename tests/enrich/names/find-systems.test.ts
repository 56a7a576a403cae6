import { describe, expect, test } from 'vitest';
import { findSystems, type PaperText } from '../../../src/enrich/names/find-systems.ts';
import { readLexicon } from '../../../src/disk/content-folder.ts';
import type { PaperId } from '../../../src/model/id.ts';

const lexicon = await readLexicon();

function papers(...texts: readonly (readonly [title: string, abstract: string])[]): PaperText[] {
	return texts.map(([title, abstract], index) => ({
		id: `p${index}` as PaperId,
		title,
		abstract,
	}));
}

describe('findSystems', () => {
	test('quotes every paper that mentions a system, and says who introduces it', () => {
		const found = findSystems(
			papers(
				[
					'Mamba: Linear-Time Sequence Modeling',
					'Models are slow. We show that Mamba is fast. It scales.',
				],
				['A Survey', 'Many build on Mamba, which is fast. Others do not.'],
				// A snake is no system.
				['Snakes', 'A mamba is a snake. Mamba bites are rare.'],
			),
			lexicon,
		);
		expect(found).toMatchObject([{ name: 'Mamba', introducedBy: 'p0' }]);
		expect([...found[0]!.mentions]).toEqual([
			['p0', ['We show that Mamba is fast.']],
			['p1', ['Many build on Mamba, which is fast.']],
		]);
	});

	test('tells two systems of one name apart by their papers', () => {
		const found = findSystems(
			papers(
				[
					'Hydra: Draft Heads for Decoding',
					'Speculative decoding drafts tokens. With Hydra heads drafting is sequential.',
				],
				[
					'Hydra: Bidirectional State Space Models',
					'Matrix mixers are structured. Our Hydra is bidirectional.',
				],
				['Faster Drafts', 'Speculative decoding drafts tokens; heads such as Hydra help.'],
			),
			lexicon,
		);
		expect(
			found.map(({ key, introducedBy, mentions }) => [
				key,
				introducedBy,
				[...mentions.keys()],
			]),
		).toEqual([
			['hydra', 'p0', ['p0', 'p2']],
			['hydra', 'p1', ['p1']],
		]);
	});

	test('lists a name that nobody introduces from three papers on, in its most frequent form', () => {
		const text = (name: string) => ['Title', `It is trained on ${name} and tested.`] as const;
		expect(findSystems(papers(text('ImageNet'), text('ImageNet')), lexicon)).toEqual([]);
		const found = findSystems(papers(text('GPT-4'), text('GPT4'), text('GPT-4')), lexicon);
		expect(found.map(({ name, mentions }) => [name, mentions.size])).toEqual([['GPT-4', 3]]);
	});

	test('a name that is a word of English is found only as it is written', () => {
		const found = findSystems(
			papers(
				['BASED: Linear Attention', 'We propose BASED, a simple architecture.'],
				['Others', 'Based on this, methods based on that follow.'],
			),
			lexicon,
		);
		expect([...found[0]!.mentions.keys()]).toEqual(['p0']);
	});
});
