import type { Weights } from '../../src/enrich/names/systems/linear-model.ts';
import { fitLogistic, type Example } from './fit-logistic.ts';
import { chanceOf, type NameExample } from './name-examples.ts';

/** Examples of one archive by fold, each paper whole; and others, from which is learnt in every fold. */
export interface Folds {
	readonly examples: readonly NameExample[];
	readonly others: readonly Example[];
	readonly foldOf: (paper: number) => number;
	readonly folds: number;
}

export const ridge = 2;

/** Deal papers into folds, one after the other. */
export function dealPapers(papers: Iterable<number>, folds: number): (paper: number) => number {
	const fold = new Map([...papers].map((paper, index) => [paper, index % folds]));
	return (paper) => fold.get(paper) ?? -1;
}

/** The weights learnt without each fold, from those of a similar task on. */
export function foldWeights(
	{ examples, others, foldOf, folds }: Folds,
	start: readonly Weights[] = [],
): Weights[] {
	return Array.from({ length: folds }, (_, fold) => {
		const rest = examples.filter(({ paper }) => foldOf(paper) !== fold);
		return fitLogistic([...rest, ...others], ridge, start[fold]);
	});
}

/** How surprising the examples are to weights that were learnt without them. */
function lossOf(data: Folds, weights: readonly Weights[]): number {
	return data.examples.reduce((loss, example) => {
		const chance = chanceOf(example, weights[data.foldOf(example.paper)]!);
		return loss - Math.log(example.isTrue ? chance : 1 - chance);
	}, 0);
}

// What helps less than this is not worth its line.
const leastGain = 0.25;

/** The examples with only those features without which the others do worse; the least telling are tried first. */
export function chooseFeatures(data: Folds): {
	readonly data: Folds;
	readonly dropped: readonly string[];
} {
	let chosen = data;
	let weights = foldWeights(data);
	let loss = lossOf(data, weights);
	const dropped: string[] = [];
	for (const name of leastTellingFirst(data)) {
		const fewer = without(chosen, name);
		const fewerWeights = foldWeights(fewer, weights);
		const fewerLoss = lossOf(fewer, fewerWeights);
		if (fewerLoss > loss + leastGain) continue;
		[chosen, weights, loss] = [fewer, fewerWeights, fewerLoss];
		dropped.push(name);
	}
	return { data: chosen, dropped };
}

function leastTellingFirst({ examples, others }: Folds): string[] {
	const weights = fitLogistic([...examples, ...others], ridge);
	const telling = Object.entries(weights)
		.filter(([name]) => name !== 'bias')
		.map(([name, weight]) => {
			const values = examples.map(({ features }) => features[name] ?? 0);
			const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
			const spread =
				values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
			return { name, telling: Math.abs(weight) * Math.sqrt(spread) };
		});
	return telling.toSorted((a, b) => a.telling - b.telling).map(({ name }) => name);
}

function without(data: Folds, name: string): Folds {
	const strip = <Some extends Example>(example: Some): Some => {
		const { [name]: _, ...features } = example.features as Record<string, number>;
		return { ...example, features };
	};
	return { ...data, examples: data.examples.map(strip), others: data.others.map(strip) };
}
