import { singularPhrase, withoutHyphens } from '../../text/words.ts';

// Where a title's phrases end: `Length-Generalization in Transformers via Task Hinting`
const partingRe =
	/ ?[:,?!;–—()“”"] ?| (?:for|with|via|by|in|of|on|using|from|through|to|as|and|at|under|is|are|the|a|an) /i;
const mostWords = 4;

const adjectives =
	'(?:(?:an?|the|our|novel|new|simple|effective|efficient|practical|general|lightweight|fast|scalable|unified|principled|and|yet) )*';
const kind =
	'(?:\\w+ ){0,4}(?:algorithm|approach|architecture|framework|layer|mechanism|method|model|paradigm|procedure|scheme|strategy|technique)s?';
const naming =
	'(?:called|named|namely|dubbed|termed|which we (?:call|name|term|dub)|what we (?:call|term))';
const proposing =
	'\\b(?:we|paper|work|study|article|and) (?:\\w+ly |also |then |first |further )?(?:propos|introduc|present|develop)\\w* ';
const ending = '(?= ?[,.;:(–—]| (?:that|which)\\b)';

// Ways in which an abstract says that a phrase is what it calls what it makes.
const namings: readonly ((phrase: string) => string)[] = [
	// `we propose a novel decoding method – momentum decoding –`
	(phrase) => `${proposing}${adjectives}${kind}(?: ?[,:–—]|,? ${naming}) ${phrase}\\b`,
	// `with a novel decoding algorithm – Aggressive Decoding`
	(phrase) => `\\b(?:novel|new) ${kind} [–—] ${phrase}\\b`,
	// `our model, the Routing Transformer,`
	(phrase) =>
		`\\bour (?:\\w+ )?(?:model|method|approach|framework|system|algorithm), (?:the )?${phrase},`,
];

// Ways in which it says that it makes what a phrase says.
const makings: readonly ((phrase: string) => string)[] = [
	// `we propose token recycling`, `introduce a novel parallel prompt decoding that`
	(phrase) => `${proposing}${adjectives}${phrase}${ending}`,
	// `proposes an approach based on task hinting`
	(phrase) => `${proposing}${adjectives}${kind} based on ${phrase}\\b`,
	// `what we call codebook features`, `approach, namely hidden transfer`; not `a phenomenon, namely attention sink`
	(phrase) =>
		`(?<!phenomen\\w+,? |problem,? |issue,? |task,? )\\b${naming} (?:the |an? )?${phrase}\\b`,
	// `our latent diffusion models (LDMs)`
	(phrase) => `\\bour ${phrase} \\(`,
];

/** A phrase of a title that is the name of what the paper makes. */
export interface OwnPhrase {
	readonly phrase: string;
	/** Whether the abstract says that it is a name, not only what it is of. */
	readonly isNaming: boolean;
}

/**
 * The phrase of a title, of two to four words with capitals, that the abstract says is what the paper
 * makes: `Token Recycling` where “we propose Token Recycling”.
 */
export function ownTitlePhrase(title: string, abstract: string): OwnPhrase | undefined {
	const text = withoutHyphens(abstract);
	const phrases = phrasesOf(title).filter((phrase) =>
		text.includes(singularPhrase(withoutHyphens(phrase))),
	);
	const find = (ways: readonly ((phrase: string) => string)[]) =>
		phrases
			.filter((phrase) => ways.some((way) => new RegExp(way(patternOf(phrase))).test(text)))
			.map((phrase) => (isOnlyOne(phrase, text) ? singularPhrase(phrase) : phrase))[0];
	const named = find(namings) ?? phrases.find((phrase) => isProposed(phrase, abstract));
	if (named !== undefined) return { phrase: named, isNaming: true };
	const made = find(makings);
	return made === undefined ? undefined : { phrase: made, isNaming: false };
}

/** `The proposed Contextual Memory Reweaving framework`; not `our proposed inductive bias metric`. */
function isProposed(phrase: string, abstract: string): boolean {
	return new RegExp(`\\b(?:[Tt]he|[Oo]ur) proposed ${RegExp.escape(phrase)}\\b`).test(abstract);
}

/** Whether a text has only one of what a title has several of. */
function isOnlyOne(phrase: string, text: string): boolean {
	return !text.includes(withoutHyphens(phrase));
}

/** The pattern of one or several, hyphens and case aside. */
function patternOf(phrase: string): string {
	return `${RegExp.escape(singularPhrase(withoutHyphens(phrase)))}s?`;
}

/** The longest first: `Hardware-Aware Parallel Prompt Decoding`, `Parallel Prompt Decoding`, `Prompt Decoding`. */
function phrasesOf(title: string): string[] {
	return title.split(partingRe).flatMap((segment) => {
		const words = segment.trim().split(' ');
		const ends = words.map((_, start) => words.slice(start));
		return ends
			.filter((run) => run.length >= 2 && run.length <= mostWords)
			.filter((run) => run.every((word) => /^[A-Z]/.test(word)))
			.map((run) => run.join(' '));
	});
}
