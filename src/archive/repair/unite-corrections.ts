import { VFile } from 'vfile';
import { otherPlace, report, type Place } from '../../diagnostics.ts';
import {
	correctionsSchema,
	subjectOf,
	type Corrections,
	type CorrectionSection,
} from '../../model/corrections.ts';
import { noCorrections } from '../decisions/corrections.ts';
import {
	addCorrection,
	dropCorrection,
	joinSections,
	type Correction,
} from '../decisions/edit-corrections.ts';
import { placeInYaml, readYaml } from '../decisions/read-yaml.ts';
import { hasMarkers, sideInPlace, sideOf } from './conflict-markers.ts';
import { isGrowth } from '../grown-lists.ts';
import { compareTexts } from './compare-texts.ts';
import type { LargerList } from './larger-list.ts';

/**
 * The text of the corrections with the decisions of both sides that Git left in it; the text itself, if
 * there are no conflict markers. `before` is the text that both began with, if it is known: what one side
 * took out of it stays out. Of a day that grew on both, the larger list counts. Other decisions that contradict
 * one another are reported, each with the other.
 */
export function uniteCorrections(
	file: VFile,
	before: string | undefined,
	largerList: LargerList,
): string {
	const text = String(file);
	if (!hasMarkers(text)) return withoutRepeats(joinSections(text));
	const [ours, theirs] = (['ours', 'theirs'] as const).map((side) =>
		itemsOf(file, joinSections(sideInPlace(text, side))),
	) as [Items, Items];
	const base = before === undefined ? undefined : itemsOf(new VFile({ path: file.path }), before);
	const united = new Map<string, Item>();
	for (const subject of [...new Set([...ours.keys(), ...theirs.keys()])].sort(compareTexts)) {
		const sides = [ours.get(subject), theirs.get(subject)] as const;
		const item = largerOf(...sides, largerList) ?? unite(file, base?.get(subject), ...sides);
		if (item) united.set(subject, item);
	}
	// One side's text with its comments, the same whichever side is ours.
	const [start] = (['ours', 'theirs'] as const)
		.map((side) => joinSections(sideOf(text, side)))
		.toSorted(compareTexts);
	return rewrite(start!, united);
}

/** A text without decisions that both sides wrote down at different places, where Git saw no conflict. */
function withoutRepeats(text: string): string {
	const groups = Map.groupBy(listItems(new VFile({ value: text })), ([subject]) => subject);
	return [...groups.values()].reduce((left, group) => {
		const items = group.map(([, item]) => item).toSorted(compareItems);
		const isSaidTwice =
			items.length > 1 && items.every(({ outcome }) => outcome === items[0]!.outcome);
		return isSaidTwice ? addCorrection(left, items[0]!.correction) : left;
	}, text);
}

interface Item {
	readonly correction: Correction;
	/** What is decided, less when and why. */
	readonly outcome: string;
	readonly place: () => Place;
}

type Items = ReadonlyMap<string, Item>;

/** Every decision of a text, by what it is on; what is wrong with the text is reported on the file. */
function itemsOf(file: VFile, text: string): Items {
	const side = new VFile({ path: file.path, value: text });
	const items = new Map(listItems(side));
	file.messages.push(...side.messages);
	return items;
}

function listItems(file: VFile): (readonly [subject: string, item: Item])[] {
	const corrections = readYaml(file, correctionsSchema, 'invalid-correction') ?? noCorrections;
	const sections = Object.keys(corrections) as CorrectionSection[];
	return sections.flatMap((section) =>
		corrections[section].map((item, index) => {
			const { date: _, reason: __, ...outcome } = item;
			const decided = {
				correction: { section, item } as Correction,
				outcome: JSON.stringify(Object.entries(outcome).toSorted()),
				place: () => placeInYaml(file, [section, index]),
			};
			return [`${section} ${subjectOf(section, item)}`, decided] as const;
		}),
	);
}

/** The decision for the larger of two lists of a day that grew; what a person accepted is a person's to compare. */
function largerOf(
	ours: Item | undefined,
	theirs: Item | undefined,
	largerList: LargerList,
): Item | undefined {
	const [one, other] = [ours && sumIn(ours), theirs && sumIn(theirs)];
	if (one === undefined || other === undefined || one === other) return undefined;
	const larger = largerList(one, other);
	if (larger === undefined) return undefined;
	return larger === one ? ours : theirs;
}

function sumIn({ correction }: Item): string | undefined {
	if (correction.section !== 'dumps' || !isGrowth(correction.item)) return undefined;
	return correction.item.sha256;
}

/** What both sides together say of one thing. */
function unite(
	file: VFile,
	before: Item | undefined,
	ours: Item | undefined,
	theirs: Item | undefined,
): Item | undefined {
	if (!ours || !theirs) {
		const left = ours ?? theirs;
		// Decided anew at another place, it is gone from its old one on both sides.
		return left?.outcome === before?.outcome ? undefined : left;
	}
	if (ours.outcome === theirs.outcome) return [ours, theirs].toSorted(compareItems)[0];
	const [first, second] = [ours, theirs].toSorted((a, b) => a.place().line - b.place().line);
	const { section, item } = second!.correction;
	report(file, 'contradictory-correction', subjectOf(section, item), second!.place(), {
		cause: otherPlace('contradictory-correction', 'The first decision', first!.place()),
	});
	return undefined;
}

/** The earlier decision counts; of one day, the one whose reason comes first. */
function compareItems(a: Item, b: Item): number {
	const [one, other] = [a.correction.item, b.correction.item];
	return compareTexts(one.date, other.date) || compareTexts(one.reason, other.reason);
}

function rewrite(start: string, united: Items): string {
	const present = itemsOf(new VFile(), start);
	let text = start;
	for (const [subject, item] of present)
		if (!united.has(subject)) text = dropCorrection(text, item.correction);
	for (const [subject, item] of united) {
		const old = present.get(subject);
		const isThere = old?.outcome === item.outcome && compareItems(old, item) === 0;
		if (!isThere) text = addCorrection(text, item.correction);
	}
	return text;
}

/** The decisions of some corrections that name a paper. */
export function namesPaper({ merged, split, removed, text }: Corrections, id: string): boolean {
	return (
		merged.some(({ paper, into }) => paper === id || into === id) ||
		split.some(({ paper, from }) => paper === id || from === id) ||
		[...removed, ...text].some(({ paper }) => paper === id)
	);
}
