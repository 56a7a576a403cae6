import { chooseForms } from '../../src/enrich/names/systems/choose-forms.ts';
import type { IntroducedName } from '../../src/enrich/names/systems/introduced-names.ts';
import type { NameLists } from '../../src/enrich/names/systems/name-lists.ts';
import { labelKey, type NameExample, type NameLabel } from './name-examples.ts';

/** How much of what was found is right, and how much of what is wanted was found. */
export interface Measure {
	readonly right: number;
	readonly listed: number;
	readonly found: number;
	readonly wanted: number;
}

/** `95.4 % (985 of 1033), 83.0 % (964 of 1162)`: precision, then recall. */
export function formatMeasure({ right, listed, found, wanted }: Measure): string {
	return `precision ${share(right, listed)}, recall ${share(found, wanted)}`;
}

function share(part: number, whole: number): string {
	return `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part} of ${whole})`;
}

/** What several measures come to together. */
export function sumOf(measures: readonly Measure[]): Measure {
	const total = (key: keyof Measure) => measures.reduce((sum, measure) => sum + measure[key], 0);
	return {
		right: total('right'),
		listed: total('listed'),
		found: total('found'),
		wanted: total('wanted'),
	};
}

/** Whether what was taken for a paper's own name is. */
export function measureOwn(
	{ system, aliases }: NameLabel,
	own: IntroducedName | undefined,
): Measure {
	const isRight =
		own !== undefined &&
		system !== null &&
		[system, ...aliases].map(labelKey).includes(labelKey(own.name));
	return {
		right: +isRight,
		listed: +(own !== undefined),
		found: +isRight,
		wanted: +(system !== null),
	};
}

/** Whether the names found in a paper are those that a person found, its own among them. */
export function measureMentions(
	{ system, aliases, mentions = [] }: NameLabel,
	own: IntroducedName | undefined,
	judged: readonly (NameExample & { readonly certainty: number })[],
	lists: NameLists,
): Measure {
	const names = chooseForms(judged, own ? [own] : [], lists).map(({ form }) => form.form);
	const found = new Set([...names, ...(own ? [own.name] : [])].map(labelKey));
	const ownKeys = system === null ? [] : [system, ...aliases].map(labelKey);
	const wanted = [
		...(system === null ? [] : [ownKeys]),
		...mentions.map((name) => [labelKey(name)]),
	];
	const right = new Set(wanted.flat());
	return {
		right: [...found].filter((key) => right.has(key)).length,
		listed: found.size,
		found: wanted.filter((keys) => keys.some((key) => found.has(key))).length,
		wanted: wanted.length,
	};
}
