import type { Weights } from '../../src/enrich/names/systems/linear-model.ts';
import { fitLogistic, type Example } from './fit-logistic.ts';
import type { NameExample } from './name-examples.ts';

/** Examples of one archive by fold, each paper whole; and others, from which is learnt in every fold. */
export interface Folds {
	readonly examples: readonly NameExample[];
	readonly others: readonly Example[];
	readonly foldOf: (paper: number) => number;
	readonly folds: number;
}

// Of 1, 2, 3, 4, 6 and 8, that by which most of what people labelled is told by the other nine tenths.
export const ridge = 3;

/** Deal papers into folds, one after the other. */
export function dealPapers(papers: Iterable<number>, folds: number): (paper: number) => number {
	const fold = new Map([...papers].map((paper, index) => [paper, index % folds]));
	return (paper) => fold.get(paper) ?? -1;
}

/** The weights learnt without each fold. */
export function foldWeights({ examples, others, foldOf, folds }: Folds): Weights[] {
	return Array.from({ length: folds }, (_, fold) => {
		const rest = examples.filter(({ paper }) => foldOf(paper) !== fold);
		return fitLogistic([...rest, ...others], ridge);
	});
}

// What weighs less, in log-odds, changes no answer.
const leastWeight = 0.15;

/** The same examples without the features that hardly weigh anything. */
export function withoutIdle(data: Folds): Folds {
	const weights = fitLogistic([...data.examples, ...data.others], ridge);
	const strip = <Some extends Example>(example: Some): Some => {
		const telling = Object.entries(example.features).filter(
			([name]) => Math.abs(weights[name]!) >= leastWeight,
		);
		return { ...example, features: Object.fromEntries(telling) };
	};
	return { ...data, examples: data.examples.map(strip), others: data.others.map(strip) };
}
