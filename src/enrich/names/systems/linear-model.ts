/** What speaks for or against something, each by a number that is mostly between 0 and 1; what is 0 is left out. */
export type Features = Readonly<Record<string, number>>;

/** Features from what may be true or false, or a number. */
export function featuresOf(
	answers: Readonly<Record<string, boolean | number>>,
): Record<string, number> {
	const features: Record<string, number> = {};
	for (const name in answers) if (answers[name]) features[name] = Number(answers[name]);
	return features;
}

/** Add a feature for each bit that is set; `names` are in the order of the bits. */
export function addBits(
	features: Record<string, number>,
	bits: number,
	names: readonly (string | undefined)[],
): void {
	for (let rest = bits; rest !== 0; rest &= rest - 1) {
		const name = names[31 - Math.clz32(rest & -rest)];
		if (name !== undefined) features[name] = 1;
	}
}

/** How much each feature weighs, in log-odds. */
export type Weights = Readonly<Record<string, number>>;

/** The log-odds that some features come to. */
export function logOdds(features: Features, weights: Weights): number {
	let sum = 0;
	for (const name in features) sum += features[name]! * (weights[name] ?? 0);
	return sum;
}

/** The probability of some log-odds. */
export function probability(odds: number): number {
	return 1 / (1 + Math.exp(-odds));
}
