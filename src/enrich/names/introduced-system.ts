import type { Lexicon } from '../../model/restoration.ts';
import { abbreviationOf } from './abbreviated-system.ts';
import { candidate, type Candidate, type IntroducedSystem } from './candidate.ts';
import { givenNames } from './given-names.ts';
import { mentions } from './mentions.ts';
import { proposedNames } from './proposed-names.ts';
import { titleHead } from './title-head.ts';
import { ownTitlePhrase } from './title-phrase.ts';

// Less is a guess.
const certain = 8;
// What a name gains that the title has.
const inTitle = 3;

/**
 * The system that a paper introduces, by its title's head (`LMUFormer: …`), or by its abstract's
 * words for it (“we propose LMUFormer”). None where that is not certain.
 */
export function introducedSystem(
	title: string,
	abstract: string,
	lexicon: Lexicon,
): IntroducedSystem | undefined {
	const [best] = [
		...titleHead(title, abstract, lexicon),
		...proposedNames(abstract),
		...givenNames(abstract, lexicon),
		...ownPhrase(title, abstract),
	]
		.map((found) => ({ ...found, score: scoreOf(found, title) }))
		.filter(({ score }) => score >= certain)
		.toSorted((a, b) => b.score - a.score);
	if (!best) return undefined;
	const { name, aliases } = best;
	const abbreviation = abbreviationOf(name, abstract);
	return abbreviation === undefined
		? { name, aliases }
		: { name: abbreviation, aliases: [name, ...aliases] };
}

/** A phrase of the title. What a paper makes may have a name of its own, which is surer than what it is of. */
function ownPhrase(title: string, abstract: string): Candidate[] {
	const own = ownTitlePhrase(title, abstract);
	return own ? [candidate(own.phrase, own.isNaming ? 7 : 5.5)] : [];
}

function scoreOf({ name, aliases, score }: Candidate, title: string): number {
	const isInTitle = [name, ...aliases].some((form) => mentions(title, form));
	return isInTitle ? score + inTitle : score;
}
