/** A sign that a sentence says what its paper does, or says something else. */
interface Cue {
	readonly pattern: RegExp;
	readonly weight: number;
}

/**
 * Weights are binary logarithms of odds, counted over 4,479 abstracts: how much likelier a sentence with the cue
 * is than others to be the one that shares most words with its paper's title.
 */
const cues: readonly Cue[] = [
	// `We propose`, `we therefore introduce`, `This paper presents`
	{
		pattern:
			/\b(?:we|article|paper|report|study|survey|work) (?:\w+ ){0,2}?(?:introduce[ds]?|present(?:ed|s)?|propose[ds]?)\b/i,
		weight: 2.3,
	},
	// `we study`, `we first ask`
	{
		pattern:
			/\bwe (?:\w+ ){0,2}?(?:address|ask|cast|define|describe|develop|explore|formulate|frame|investigate|revisit|study|survey)(?:e?d)?\b/i,
		weight: 0.7,
	},
	// `we turn this observation into`
	{ pattern: /\bwe\b/i, weight: 1 },
	// `We further introduce`
	{ pattern: /\bwe (?:additionally|also|further|finally)\b/i, weight: -1.7 },
	// `In this paper`
	{
		pattern: /\bin this (?:\w+ )?(?:article|paper|report|study|survey|tutorial|work)\b/i,
		weight: 2.4,
	},
	// `This survey reviews`, `Our work proposes`
	{
		pattern:
			/\b(?:this|the|our) (?:\w+ )?(?:article|paper|report|review|study|survey|thesis|tutorial|work) (?:\w+ )?(?!has|is|was)[a-z]+s\b/i,
		weight: 1.8,
	},
	// `GSM1k, a benchmark that`, `an agent for`
	{ pattern: /, an? [^,.]{5,80}? (?:that|for|to|which|designed|of)\b/, weight: 2.5 },
	// `a novel framework`
	{ pattern: /\bnovel\b/i, weight: 1.9 },
	// `To bridge this gap, …`
	{
		pattern:
			/^(?:To (?:address|alleviate|bridge|close|fill|mitigate|overcome|remedy|resolve|solve|tackle|this end)|Motivated by|Inspired by)\b/,
		weight: 2.2,
	},
	// `However, existing …`
	{
		pattern:
			/^(?:However|Yet|Nevertheless|Despite|While|Although|Existing|Current|Recent|Traditional|Prior|Previous)\b/,
		weight: -1,
	},
	// `Specifically, …`
	{
		pattern:
			/^(?:Specifically|In particular|Concretely|Moreover|Furthermore|Additionally|Finally|Besides|Also)\b/,
		weight: -1.4,
	},
	// `Our framework achieves`
	{
		pattern: /\bour (?:\w+ )?(?:approach|core|framework|key|main|method|model|system)\b/i,
		weight: -0.9,
	},
	// `We conduct extensive experiments`
	{
		pattern:
			/\bwe (?:\w+ ){0,2}?(?:analyze|apply|compare|conduct|employ|evaluate|find|found|observe|provide|release|validate)\b/i,
		weight: -1.1,
	},
	// `The code is at https://…`
	{ pattern: /\bcode\b|\bproject page\b|https?:/i, weight: -1.2 },
];

/** Of a text's sentences, the place of the one that says what its paper does: 2 of `Images … However … We propose …` */
export function tellingSentence(sentences: readonly string[]): number {
	const scores = sentences.map(scoreOf);
	return scores.indexOf(Math.max(...scores));
}

function scoreOf(sentence: string): number {
	return cues.reduce(
		(sum, { pattern, weight }) => (pattern.test(sentence) ? sum + weight : sum),
		0,
	);
}
