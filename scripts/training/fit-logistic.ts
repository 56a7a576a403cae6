import type { Features, Weights } from '../../src/enrich/names/systems/linear-model.ts';

/** Something to learn from: what speaks for it, and whether it is so. */
export interface Example {
	readonly features: Features;
	readonly isTrue: boolean;
}

const mostSteps = 40;
const smallestStep = 1e-4;
// A loss that falls by less of itself has been found.
const tolerance = 1e-6;

/**
 * The weights of a logistic regression with a ridge: Newton's method with steps halved where they do
 * not help, from `start` on. The same examples in the same order give the same weights.
 */
export function fitLogistic(
	examples: readonly Example[],
	ridge: number,
	start: Weights = {},
): Weights {
	const names = [...new Set(examples.flatMap(({ features }) => Object.keys(features)))];
	const rows = examples.map(({ features, isTrue }) => sparseRow(features, names, isTrue));
	let weights = Float64Array.from(names, (name) => start[name] ?? 0);
	let loss = lossOf(rows, weights, ridge, names);
	for (let step = 0; step < mostSteps; step++) {
		const direction = newtonStep(rows, weights, ridge, names);
		let scale = 1;
		let next = weights.map((weight, index) => weight - direction[index]!);
		let nextLoss = lossOf(rows, next, ridge, names);
		while (!(nextLoss <= loss) && scale > smallestStep) {
			scale /= 2;
			next = weights.map((weight, index) => weight - scale * direction[index]!);
			nextLoss = lossOf(rows, next, ridge, names);
		}
		const isFound = loss - nextLoss < tolerance * loss;
		if (nextLoss <= loss) [weights, loss] = [next, nextLoss];
		if (isFound) break;
	}
	return Object.fromEntries(names.map((name, index) => [name, weights[index]!]));
}

interface Row {
	readonly indices: readonly number[];
	readonly values: readonly number[];
	readonly isTrue: boolean;
}

function sparseRow(features: Features, names: readonly string[], isTrue: boolean): Row {
	const indices = names.flatMap((name, index) => (features[name] ? [index] : []));
	return { indices, values: indices.map((index) => features[names[index]!]!), isTrue };
}

function oddsOf({ indices, values }: Row, weights: Float64Array): number {
	let odds = 0;
	for (let at = 0; at < indices.length; at++) odds += values[at]! * weights[indices[at]!]!;
	return odds;
}

function lossOf(
	rows: readonly Row[],
	weights: Float64Array,
	ridge: number,
	names: readonly string[],
): number {
	let loss = 0;
	for (const row of rows) {
		const odds = oddsOf(row, weights);
		loss += Math.log1p(Math.exp(-Math.abs(odds))) + Math.max(0, row.isTrue ? -odds : odds);
	}
	return weights.reduce(
		(sum, weight, index) => sum + (ridgeOf(names[index]!, ridge) / 2) * weight ** 2,
		loss,
	);
}

// The odds of all examples together are not held small.
function ridgeOf(name: string, ridge: number): number {
	return name === 'bias' ? 0 : ridge;
}

function newtonStep(
	rows: readonly Row[],
	weights: Float64Array,
	ridge: number,
	names: readonly string[],
): Float64Array {
	const size = weights.length;
	const gradient = new Float64Array(size);
	const curvature = Array.from({ length: size }, () => new Float64Array(size));
	for (const row of rows) addRow(row, weights, gradient, curvature);
	for (let index = 0; index < size; index++) {
		const own = ridgeOf(names[index]!, ridge);
		gradient[index]! += own * weights[index]!;
		curvature[index]![index]! += own + 1e-6;
		for (let other = 0; other < index; other++)
			curvature[other]![index] = curvature[index]![other]!;
	}
	return solve(curvature, gradient);
}

function addRow(
	row: Row,
	weights: Float64Array,
	gradient: Float64Array,
	curvature: Float64Array[],
): void {
	const chance = 1 / (1 + Math.exp(-oddsOf(row, weights)));
	const error = chance - +row.isTrue;
	const spread = Math.max(chance * (1 - chance), 1e-6);
	row.indices.forEach((index, at) => {
		const value = row.values[at]!;
		gradient[index]! += error * value;
		const line = curvature[index]!;
		for (let before = 0; before <= at; before++)
			line[row.indices[before]!]! += spread * value * row.values[before]!;
	});
}

/** Solve a system of linear equations by elimination. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
	const size = right.length;
	const lines = matrix.map((line, index) => Float64Array.from([...line, right[index]!]));
	for (let pivot = 0; pivot < size; pivot++) {
		for (let row = pivot + 1; row < size; row++) {
			const factor = lines[row]![pivot]! / lines[pivot]![pivot]!;
			if (factor !== 0)
				for (let column = pivot; column <= size; column++)
					lines[row]![column]! -= factor * lines[pivot]![column]!;
		}
	}
	const result = new Float64Array(size);
	for (let row = size - 1; row >= 0; row--) {
		let sum = lines[row]![size]!;
		for (let column = row + 1; column < size; column++)
			sum -= lines[row]![column]! * result[column]!;
		result[row] = sum / lines[row]![row]!;
	}
	return result;
}
