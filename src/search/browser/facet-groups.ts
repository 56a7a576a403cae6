import { formatDigest, formatMonth } from '../../language/format.ts';
import { isDigestId } from '../../model/id.ts';
import type { Narrowing } from '../engine/engine.ts';
import { isYear, type FacetGroup, type FacetValue } from '../engine/facet-table.ts';
import type { ChoiceName, SearchState } from '../engine/state.ts';
import { longFacets } from '../facet-file.ts';
import { words } from '../../language/words.ts';

/** A list by which a search is narrowed, as it is shown. */
export interface ShownGroup {
	readonly group: FacetGroup;
	readonly title: string;
	/** Its list in the address. */
	readonly choice: ChoiceName;
	readonly values: readonly ShownValue[];
	/** The button below it, where it has more values than are shown at first. */
	readonly fold?: Fold;
}

/** A value that can be ticked. */
export interface ShownValue extends FacetValue {
	/** As it is written. */
	readonly name: string;
	readonly isChosen: boolean;
}

/** A button that shows all values of a list, or the first again. */
export interface Fold {
	readonly label: string;
	readonly isOpen: boolean;
	/** Whether the other values are not counted yet, so that their number is not known. */
	readonly isCut: boolean;
}

/** The lists beside an answer. Those that are `unfolded` are shown whole; one without values is left out. */
export function facetGroups(
	{ facets, isCut }: Narrowing,
	chosen: SearchState['chosen'],
	unfolded: ReadonlySet<FacetGroup>,
): ShownGroup[] {
	return kinds
		.map((kind) => {
			const values = withChosen(kind, facets[kind.group], chosen[kind.choice]);
			const isGroupCut = isCut && isLong(kind.group);
			return showGroup(kind, values, isGroupCut, unfolded.has(kind.group));
		})
		.filter(({ values, fold }) => values.length > 0 || fold);
}

/** What is said of a list, whatever was found. */
interface GroupKind {
	readonly group: FacetGroup;
	readonly title: string;
	readonly choice: ChoiceName;
	nameOf(value: string): string;
}

const asItIs = (value: string) => value;

const kinds: readonly GroupKind[] = [
	{ group: 'topic', title: words.facets.topic, choice: 'topic', nameOf: asItIs },
	{ group: 'system', title: words.facets.system, choice: 'system', nameOf: asItIs },
	{ group: 'code', title: words.facets.code, choice: 'code', nameOf: () => words.facets.hasCode },
	{ group: 'year', title: words.facets.year, choice: 'when', nameOf: asItIs },
	{ group: 'month', title: words.facets.month, choice: 'when', nameOf: formatMonth },
	{
		group: 'digest',
		title: words.facets.digest,
		choice: 'digest',
		nameOf: (value) => (isDigestId(value) ? formatDigest(value) : value),
	},
];

function isLong(group: FacetGroup): boolean {
	return (longFacets as readonly FacetGroup[]).includes(group);
}

/** What is chosen stays in view, so that it can be taken back, also where it leaves nothing. */
function withChosen(
	{ group, choice, nameOf }: GroupKind,
	values: readonly FacetValue[],
	chosen: readonly string[],
): ShownValue[] {
	const known = new Set(values.map(({ value }) => value));
	const missing = chosen.filter(
		(value) => !known.has(value) && (choice !== 'when' || isYear(value) === (group === 'year')),
	);
	return [...values, ...missing.map((value) => ({ value, count: 0 }))].map((value) => ({
		...value,
		name: nameOf(value.value),
		isChosen: chosen.includes(value.value),
	}));
}

// What one takes in at a glance; the others are one click away.
const shownValues = 8;

function showGroup(
	{ group, title, choice }: GroupKind,
	all: readonly ShownValue[],
	isCut: boolean,
	isUnfolded: boolean,
): ShownGroup {
	const values = isUnfolded
		? all
		: all.filter(({ isChosen }, rank) => rank < shownValues || isChosen);
	const shown = { group, title, choice, values };
	if (isCut) return { ...shown, fold: { label: words.facets.more, isOpen: false, isCut } };
	if (all.length <= shownValues || (!isUnfolded && values.length === all.length)) return shown;
	const rest = words.facets.countMore(all.length - values.length);
	return {
		...shown,
		fold: { label: isUnfolded ? words.facets.fewer : rest, isOpen: isUnfolded, isCut },
	};
}
