import { sentences } from './sentences.ts';

// `we propose`, `This paper introduces`, `we then present`; what a paper found is not what it makes.
const proposalRe =
	/\b(?:we|this (?:paper|work|study|report|article)|in this (?:paper|work)|our (?:work|paper))\b[^.]{0,60}?\b(?:propos|introduc|present|develop|design|releas|build|describ|devis|construct|contribut)/i;

/** A stretch of a text. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

// “We propose a new direction to achieve this goal.” says nothing by itself.
const shortest = 70;

/** The first sentence of an abstract that says what the paper makes: “We propose LMUFormer, …”. */
export function findProposal(abstract: string): Stretch | undefined {
	let start = 0;
	for (const sentence of sentences(abstract)) {
		const end = start + sentence.length;
		if (sentence.length >= shortest && proposalRe.test(sentence)) return { start, end };
		start = end + 1;
	}
	return undefined;
}
