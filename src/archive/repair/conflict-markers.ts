import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';

// `<<<<<<< HEAD`, `>>>>>>> branch`
const markerRe = /^(?:<{7}|>{7})(?: .*)?$/m;

/** Whether Git left conflict markers in a text. */
export function hasMarkers(text: string): boolean {
	return markerRe.test(text);
}

/** Report the first of the conflict markers that Git left in a file; whether there are any. */
export function reportMarkers(file: VFile): boolean {
	const text = String(file);
	const match = markerRe.exec(text);
	if (!match) return false;
	const line = text.slice(0, match.index).split('\n').length;
	report(file, 'unresolved-merge', match[0], { line, column: 1 });
	return true;
}

type Part = 'ours' | 'before' | 'theirs' | 'both';

// What each marker begins; Git shows what both began with only if it is told to.
const beginnings: readonly (readonly [RegExp, Part])[] = [
	[/^<{7}(?: .*)?$/, 'ours'],
	[/^\|{7}(?: .*)?$/, 'before'],
	[/^={7}$/, 'theirs'],
	[/^>{7}(?: .*)?$/, 'both'],
];

/** A line of a text that Git could not merge, and whose it is; a marker is nobody's. */
interface SidedLine {
	readonly text: string;
	readonly part: Part | 'marker';
}

function sidedLines(text: string): SidedLine[] {
	let part: Part = 'both';
	return text.split('\n').map((line) => {
		const begun = beginnings.find(([re]) => re.test(line))?.[1];
		// A rule of a file's own is a marker only between markers.
		if (begun === undefined || (part === 'both' && begun !== 'ours'))
			return { text: line, part };
		part = begun;
		return { text: line, part: 'marker' };
	});
}

// `<<<<<<< HEAD`, `=======`; of a file that was merged with markers in it they stand in any order.
const anyMarkerRe = /^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$/;

/**
 * The lines of all sides of a file of lines, each where it stands: markers, and what both began with, are
 * left blank.
 */
export function bothSides(text: string): string {
	let isBefore = false;
	return text
		.split('\n')
		.map((line) => {
			if (!anyMarkerRe.test(line)) return isBefore ? '' : line;
			isBefore = line.startsWith('|');
			return '';
		})
		.join('\n');
}

/** The text of one side as it was before the merge. */
export function sideOf(text: string, side: 'ours' | 'theirs'): string {
	return sidedLines(text)
		.filter(({ part }) => part === 'both' || part === side)
		.map((line) => line.text)
		.join('\n');
}

/** The text of one side with each of its lines where it stands in the merged one. */
export function sideInPlace(text: string, side: 'ours' | 'theirs'): string {
	return sidedLines(text)
		.map((line) => (line.part === 'both' || line.part === side ? line.text : ''))
		.join('\n');
}
