import type { Lexicon } from '../../../model/restoration.ts';
import type { SystemDecisions } from '../../../model/names.ts';
import { remembering } from '../../../text/remembering.ts';
import { nameKey } from '../../../text/words.ts';
import { familyOf, isVersion, type KnownNames } from './families.ts';

/** What is known of names before any text is read. */
export interface NameLists {
	/** Whether a person said that a form is a system; one that is a word of English, only as it was written. */
	readonly isListed: (form: string) => boolean;
	/** Whether a person said that it is none. */
	readonly isRefused: (form: string) => boolean;
	/** Whether a name has an address already; by the lists alone, none has. */
	readonly hasAddress: (form: string) => boolean;
	/** Whether a form, or what it is a version of, is listed. */
	readonly isKnown: (form: string) => boolean;
	/** The name that a person gave a form. */
	readonly nameOf: (form: string) => string | undefined;
	/** The same as what families are told by, when nothing else is known yet. */
	readonly known: KnownNames;
}

/** Fold what a person decided, so that each name stands for all its forms. */
export function nameLists({ names, not }: SystemDecisions, lexicon: Lexicon): NameLists {
	const asWritten = new Map<string, string>();
	const byKey = new Map<string, string>();
	for (const [name, forms] of names) {
		for (const form of [name, ...forms]) {
			asWritten.set(form, name);
			byKey.set(nameKey(form), name);
		}
	}
	const refused = new Set(not.map(nameKey));
	const nameOf = (form: string) => {
		const name = byKey.get(nameKey(form));
		return name !== undefined && lexicon.has(form.toLowerCase()) ? asWritten.get(form) : name;
	};
	const isListed = (form: string) => nameOf(form) !== undefined;
	const isRefused = (form: string) => refused.has(nameKey(form));
	const known: KnownNames = { isName: isListed, isOwnThing: isListed, isRefused };
	return {
		isListed,
		isRefused,
		isKnown: isKnownBy(known),
		hasAddress: () => false,
		nameOf,
		known,
	};
}

function isKnownBy(known: KnownNames): (form: string) => boolean {
	return remembering((form) => {
		const family = familyOf(form, known);
		const isVersionOfListed = ({ head, rest }: Beginning) =>
			known.isName(head) && rest.split(/[ -]/).every(isVersion);
		return known.isName(family) || beginningsOf(family).some(isVersionOfListed);
	});
}

/** What the lists say of a form, of its family and of what it begins with. */
export function listAnswers(
	form: string,
	{ isListed, isRefused, known }: NameLists,
	lexicon: Lexicon,
): Record<string, boolean> {
	const family = familyOf(form, known);
	const isOwn = isListed(form);
	const isOfFamily = !isOwn && isListed(family);
	const beginnings = isOwn || isOfFamily ? [] : beginningsOf(family);
	const listed = beginnings.filter(({ head }) => isListed(head));
	return {
		listed: isOwn,
		listedWord: isOwn && lexicon.has(form.toLowerCase()),
		listedFamily: isOfFamily,
		listedVersion: listed.some(({ rest }) => rest.split(/[ -]/).every(isVersion)),
		listedBeginning: listed.some(({ rest }) => !rest.split(/[ -]/).every(isVersion)),
		refused: isRefused(form),
		refusedFamily: family !== form && isRefused(family),
		refusedBeginning: beginnings.some(({ head }) => isRefused(head)),
	};
}

interface Beginning {
	readonly head: string;
	readonly rest: string;
}

// What a part begins with; most forms have none.
const signRe = /[ \d-]/;
// `Qwen` of `Qwen3-VL`, `FLUX` of `FLUX.1`, `DINO` of `DINOv2`
const partRe = /[ -]|(?<=\p{L})(?=[.v]?\d)/gu;

/** What a form begins with, up to a hyphen, a space, a number or a version, and the rest: `Qwen`, `3-VL`. */
export function beginningsOf(form: string): Beginning[] {
	if (!signRe.test(form)) return [];
	return Array.from(form.matchAll(partRe), ({ index }) => ({
		head: form.slice(0, index),
		rest: form.slice(index).replace(/^[ .-]/, ''),
	})).filter(({ head }) => head.length > 0);
}
