import { paperFacts } from './paper-facts.ts';

/** The abstracts of the papers of which a person noted facts, by title. */
export const seedAbstracts: ReadonlyMap<string, string> = new Map(
	paperFacts.map(({ title, abstract }) => [title, abstract]),
);
