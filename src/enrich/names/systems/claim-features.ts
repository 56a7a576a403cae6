import { nameKey } from '../../../text/words.ts';
import { increment, type Tally } from '../tally.ts';
import { wayBit, ways, type Way } from './claims.ts';
import { addBits, featuresOf, type Features } from './linear-model.ts';
import { bitOf } from './name-contexts.ts';
import { isCoined, isOnlyInTitle, isPlain, paperFeatures } from './name-features.ts';
import type { NameForm, TextNames } from './read-names.ts';

/** A name that a paper may have for what it makes. */
export interface Claim {
	readonly form: NameForm;
	/** The ways in which the paper says so, of all forms of the name. */
	readonly ways: number;
	readonly times: number;
	readonly isPhrase: boolean;
	/** Whether the paper has a short form for it. */
	readonly isLong: boolean;
	/** The ways of what a short form stands for. */
	readonly longWays: number;
}

type Answers = Readonly<Record<string, boolean | number>>;

const wayNames = ways.map((way) => `way${way[0]!.toUpperCase()}${way.slice(1)}`);
const speaking = bitOf.explained | bitOf.verb | bitOf.apposed;

// What is found or asked, not made: `The Semantic Hub Hypothesis`
const findingRe =
	/ (?:Conjecture|Dilemma|Effect|Hypothesis|Law|Paradox|Principle|Problem|Theorem)s?$/;

/** The names that a paper may have for what it makes; forms that differ by case or number are one. */
export function claimsOf({ forms, phrases }: TextNames): Claim[] {
	const claims = new Map<string, Claim>();
	const add = (form: NameForm, isPhrase: boolean): void => {
		if (!isClaimed(form)) return;
		const key = keyOf(form.form);
		const known = claims.get(key);
		const times = form.places.length / 3;
		claims.set(key, {
			form: known && !(known.form.isRun && !form.isRun) ? known.form : form,
			ways: form.ways | (known?.ways ?? 0),
			times: Math.max(times, known?.times ?? 0),
			isPhrase: isPhrase || known?.isPhrase === true,
			isLong: false,
			longWays: 0,
		});
	};
	for (const form of forms) add(form, false);
	for (const phrase of phrases) add(phrase, true);
	for (const [key, claim] of claims) {
		const long = keyOf(claim.form.meaning ?? '');
		const twin = long === key ? undefined : claims.get(long);
		if (!twin || isCoined(twin.form.form)) continue;
		claims.set(long, { ...twin, isLong: true });
		claims.set(key, { ...claim, longWays: twin.ways });
	}
	return [...claims.values()];
}

function keyOf(form: string): string {
	return nameKey(form.replace(/s$/, ''));
}

function isClaimed({ form, ways: bits, contexts }: NameForm): boolean {
	return (bits !== 0 || (contexts & speaking) !== 0) && !findingRe.test(form);
}

const titleWays = (
	[
		'head',
		'headBegins',
		'headEnds',
		'tail',
		'inTitle',
		'report',
		'meaningInTitle',
		'whole',
	] as const satisfies readonly Way[]
).reduce((bits, way) => bits | wayBit[way], 0);
const proposing = wayBit.proposed | wayBit.proposedNoun | wayBit.explainedProposed;
const claiming = wayBit.proposed | wayBit.ours | wayBit.named;

/** What its paper says for a claim, among its rivals. */
export function claimFeatures(claim: Claim, rivals: Rivals): Features {
	const { form, ways: bits } = claim;
	const features = paperFeatures(form);
	addBits(features, bits, wayNames);
	const has = (mask: number) => (bits & mask) !== 0;
	const isExplained = has(wayBit.explainedProposed);
	const isPlainWords = (form.contexts & bitOf.explainedPlain) !== 0;
	const answers = {
		inTitle: has(titleWays),
		claimedPhrase: claim.isPhrase && has(claiming),
		proposedCoined: has(wayBit.proposed) && isCoined(form.form),
		proposedVerb: has(proposing) && (form.contexts & bitOf.verb) !== 0,
		proposedTitle: has(proposing | wayBit.named) && has(titleWays),
		namedExplained: has(wayBit.named) && (form.contexts & bitOf.explained) !== 0,
		namedCoined: has(wayBit.named) && isCoined(form.form),
		longHead: (claim.longWays & wayBit.head) !== 0,
		longWhole: (claim.longWays & wayBit.whole) !== 0,
		explainedPlainProposed: isExplained && isPlainWords,
		explainedNameProposed: isExplained && !isPlainWords,
		...headAnswers(claim),
		...rivalAnswers(claim, rivals),
	};
	return Object.assign(features, featuresOf(answers));
}

function headAnswers({ form: { form, places, isRun, contexts }, ways: bits }: Claim): Answers {
	const isHead = (bits & wayBit.head) !== 0;
	const words = form.split(' ');
	const isUnfound = isOnlyInTitle(places);
	return {
		headCoined: isHead && isCoined(form),
		headAddress: isHead && (bits & wayBit.address) !== 0,
		headVerb: isHead && (contexts & bitOf.verb) !== 0,
		headPlain: isHead && isPlain(form),
		headPlainUnfound: isHead && isPlain(form) && isUnfound,
		headUnfound: isHead && isUnfound,
		headSeveral: isHead && words.length > 1 && !isCoined(form),
		unfoundPhrase: isRun && isUnfound,
		lowerWords: words.slice(1).some((word) => /^\p{Ll}[\p{Ll}-]*$/u.test(word)),
		longPhrase: words.length > 3,
		pluralPhrase: words.length > 1 && form.endsWith('s'),
	};
}

/** The claims of a paper together. */
export interface Rivals {
	/** How often the most frequent and the second are said. */
	readonly most: number;
	readonly second: number;
	/** How many are a title's head, or next to a “we propose”. */
	readonly heads: number;
	readonly proposed: number;
	/** How many an address is called by. */
	readonly addressed: number;
	/** The word of the abstract at which the first coined one is proposed. */
	readonly first: number;
	/** How many forms begin with a form: `GEM-VLA` with `GEM`. */
	readonly beginnings: ReadonlyMap<string, number>;
	readonly singles: ReadonlySet<string>;
}

/** Sum up what each claim of a paper is compared with. */
export function rivalsOf(claims: readonly Claim[], forms: readonly NameForm[]): Rivals {
	const [most = 0, second = 0] = claims.map(({ times }) => times).toSorted((a, b) => b - a);
	// `Learning to Break the Loop: …`, which the abstract has not, is no rival.
	const rivals = claims.filter(({ form, isLong }) => !isLong && !isTitleTalk(form));
	const count = (bit: number) => rivals.filter(({ ways: bits }) => (bits & bit) !== 0).length;
	const beginnings: Tally = new Map();
	for (const { form } of forms)
		for (const beginning of beginningsOf(form)) increment(beginnings, beginning);
	return {
		most,
		second,
		heads: count(wayBit.head),
		proposed: count(wayBit.proposed),
		addressed: count(wayBit.address),
		first: claims.some(isTitled) ? NaN : Math.min(...rivals.filter(isMade).map(firstPlace)),
		beginnings,
		singles: new Set(forms.filter(({ isRun }) => !isRun).map(({ form }) => form)),
	};
}

const making = wayBit.proposed | wayBit.explainedProposed | wayBit.named | wayBit.apposed;

/** Whether a claim is a coined word that the paper says it makes. */
function isMade({ form: { form }, ways: bits }: Claim): boolean {
	return (bits & making) !== 0 && isCoined(form);
}

function isTitled({ ways: bits, longWays }: Claim): boolean {
	return ((bits | longWays) & (wayBit.head | wayBit.whole)) !== 0;
}

/** The first word of a claim in the abstract. */
function firstPlace({ form: { places } }: Claim): number {
	for (let at = 0; at < places.length; at += 3) if (places[at + 2]! > 0) return places[at]!;
	return Infinity;
}

function isTitleTalk({ isRun, places }: NameForm): boolean {
	return isRun && isOnlyInTitle(places);
}

function rivalAnswers(claim: Claim, rivals: Rivals): Answers {
	const {
		form: { form },
		ways: bits,
		times,
	} = claim;
	const isHead = (bits & wayBit.head) !== 0 && !isTitleTalk(claim.form);
	const most = Math.max(1, times === rivals.most ? rivals.second : rivals.most);
	const { beginnings, singles } = rivals;
	const isBegun = beginningsOf(form).some((beginning) => singles.has(beginning));
	return {
		timesAmongOthers: Math.max(-2, Math.min(2, Math.log2(times / most))),
		otherHead: rivals.heads > (isHead ? 1 : 0),
		otherProposed: rivals.proposed > ((bits & wayBit.proposed) !== 0 ? 1 : 0),
		firstMade: isMade(claim) && !isBegun && firstPlace(claim) === rivals.first,
		otherAddress: rivals.addressed > ((bits & wayBit.address) !== 0 ? 1 : 0),
		begins: Math.min(3, beginnings.get(form) ?? 0),
		beginsPlus: singles.has(`${form}+`) || singles.has(`${form}++`),
		begun: isBegun,
	};
}

const longestForm = 80;

/** What a form begins with, up to a hyphen, a plus, a number or a space. */
function beginningsOf(form: string): string[] {
	if (form.length > longestForm) return [];
	return Array.from(form.matchAll(/(?<=.)[-+\d ]/g), ({ index }) => form.slice(0, index));
}
