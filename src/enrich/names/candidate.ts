/** What a paper calls what it makes: a model, a method, a data set, a benchmark. */
export interface IntroducedSystem {
	readonly name: string;
	/** Other forms of it, e.g. what an abbreviation stands for. */
	readonly aliases: readonly string[];
}

/** A name that a paper may have for what it makes. */
export interface Candidate extends IntroducedSystem {
	/** How sure that is, against others of the paper. */
	readonly score: number;
}

/** A name found in one of the ways in which papers say it. */
export function candidate(name: string, score: number, aliases: readonly string[] = []): Candidate {
	return { name, aliases, score };
}
