import type { VFile } from 'vfile';
import { report, type Place } from '../../diagnostics.ts';
import type { Entry, ParsedDump, Passage, PrintedDate } from '../../model/digest.ts';
import { limits } from '../../model/limits.ts';
import { checkLengths } from '../check-lengths.ts';
import { oddCharacters } from '../odd-characters.ts';
import { feedList, type ListedPaper } from './feed-schema.ts';
import { findJsonPlaces, placesOf } from './json-places.ts';
import { dayOf, listedFacts } from './listed-facts.ts';
import { oneLine } from './one-line.ts';

// `[` and an entry, or nothing
const beginningRe = /^\s*\[\s*(?:\{|\]\s*$)/;

/** Whether a text, or its beginning, is the feed's own list of a day in JSON rather than a dump in plain text. */
export function isFeedList(text: string): boolean {
	return beginningRe.test(text);
}

/**
 * Read the feed's own list of a day, whose text begins with `[`. All that is wrong with it is reported on
 * the file, with line, column and JSON pointer; a list with an error gives `undefined`.
 */
export function parseFeedList(text: string, file: VFile): ParsedDump | undefined {
	const value = parseJson(text, file);
	if (value === undefined) return undefined;
	const { data, error } = feedList.safeParse(value);
	if (!data) {
		reportIssues(error.issues, value, text, file);
		return undefined;
	}
	if (data.length === 0) {
		report(file, 'empty-list', '');
		return undefined;
	}
	const papers = data.map(({ paper }) => paper);
	const placeOf = placesIn(text, papers.flatMap(pointersOf));
	const entries = papers.map((paper, index) => readEntry(paper, index, placeOf, file));
	if (file.messages.some(({ fatal }) => fatal)) return undefined;
	return { date: commonDay(papers, placeOf), entries };
}

function parseJson(text: string, file: VFile): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		const { fault = text.length } = findJsonPlaces(text, new Set());
		const found = text.slice(fault, fault + 40) || 'end of file';
		report(file, 'invalid-json', found, placesOf(text)(fault));
		return undefined;
	}
}

type PlaceOf = (pointer: string) => Place;

const fields = ['title', 'summary', 'submittedOnDailyAt', 'githubRepo', 'projectPage'] as const;

function pointersOf(_: ListedPaper, index: number): string[] {
	return fields.map((field) => `/${index}/paper/${field}`);
}

/** The places of values; of what they would be in, for those that are not there. */
function placesIn(text: string, pointers: readonly string[]): PlaceOf {
	const wanted = new Set(pointers.flatMap(withParents));
	const { offsets } = findJsonPlaces(text, wanted);
	const placeAt = placesOf(text);
	return (pointer) =>
		placeAt(
			withParents(pointer)
				.map((one) => offsets.get(one))
				.find((offset) => offset !== undefined) ?? 0,
		);
}

/** `/3/paper/id`, `/3/paper`, `/3` and ``. */
function withParents(pointer: string): string[] {
	const parts = pointer.split('/');
	return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

// More than are ever listed of one file.
const mostIssues = 100;

interface Issue {
	readonly path: readonly PropertyKey[];
	readonly message: string;
}

function reportIssues(issues: readonly Issue[], value: unknown, text: string, file: VFile): void {
	const listed = issues.slice(0, mostIssues).map(({ path, message }) => ({
		pointer: path.map((key) => `/${String(key)}`).join(''),
		found: path.reduce<unknown>(
			(whole, key) => (whole as Record<PropertyKey, unknown> | undefined)?.[key],
			value,
		),
		message,
	}));
	const placeOf = placesIn(
		text,
		listed.map(({ pointer }) => pointer),
	);
	for (const { pointer, found, message } of listed)
		report(file, 'unexpected-field', shown(found), placeOf(pointer), {
			expected: `${message} at ${pointer || 'the root'}`,
		});
}

function shown(value: unknown): string {
	if (value === undefined) return 'nothing';
	return typeof value === 'string' ? value : JSON.stringify(value).slice(0, 200);
}

function readEntry(paper: ListedPaper, index: number, placeOf: PlaceOf, file: VFile): Entry {
	const pointer = `/${index}/paper`;
	const title = passage(paper.title, placeOf(`${pointer}/title`), file);
	const abstract = passage(paper.summary, placeOf(`${pointer}/summary`), file);
	checkLengths(measured(title), measured(abstract), file);
	const facts = listedFacts(paper, (field, address) =>
		report(file, 'unusable-address', address, placeOf(`${pointer}/${field}`)),
	);
	return { title, abstract, facts };
}

function passage(text: string, place: Place, file: VFile): Passage {
	const line = oneLine(text.slice(0, 2 * limits.abstract));
	for (const { name } of oddCharacters(line)) report(file, 'odd-character', name, place);
	return { text: line, line: place.line, column: place.column };
}

function measured({ text, line, column }: Passage) {
	return { size: text.length, place: { line, column } };
}

/** The day on which the feed showed all of them, where the list says so: lists from before 2026 do not. */
function commonDay(papers: readonly ListedPaper[], placeOf: PlaceOf): PrintedDate | undefined {
	const days = new Set(papers.map(({ submittedOnDailyAt }) => dayOf(submittedOnDailyAt)));
	const [text] = days;
	if (text === undefined || days.size > 1) return undefined;
	const [year, month, day] = text.split('-').map(Number) as [number, number, number];
	const { line } = placeOf('/0/paper/submittedOnDailyAt');
	return { text, year, month, day, line };
}
