import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import {
	bothSides,
	hasMarkers,
	reportMarkers,
	sideInPlace,
	sideOf,
} from '../../../src/archive/repair/conflict-markers.ts';

// Git shows what both began with, if it is told to.
const text = 'a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\ne\n>>>>>>> side\nf\n';

test('a text is read as both sides of a merge, and as each of them', () => {
	expect(bothSides(text)).toBe('a\n\nb\n\n\n\nd\ne\n\nf\n');
	expect(sideOf(text, 'ours')).toBe('a\nb\nf\n');
	expect(sideOf(text, 'theirs')).toBe('a\nd\ne\nf\n');
	expect(sideInPlace(text, 'theirs')).toBe('a\n\n\n\n\n\nd\ne\n\nf\n');
});

test.each([
	['<<<<<<< HEAD\n', true],
	['a\n>>>>>>> side\n', true],
	// A rule of somebody's own.
	['=======\n', false],
	['a <<<<<<< HEAD\n', false],
	['<<<<<<<<\n', false],
])('%j has markers: %s', (value, expected) => {
	expect(hasMarkers(value)).toBe(expected);
});

test('a marker that lost its others is none of the lines', () => {
	expect(bothSides('a\n=======\nb\n')).toBe('a\n\nb\n');
});

test('a rule outside of a conflict is a line like others', () => {
	expect(sideOf('a\n=======\nb\n', 'ours')).toBe('a\n=======\nb\n');
});

test('the first marker of a file is reported with its line', () => {
	const file = new VFile({ value: text });
	expect(reportMarkers(file)).toBe(true);
	expect(file.messages).toMatchObject([{ ruleId: 'unresolved-merge', line: 2, column: 1 }]);
	const early = new VFile({ value: '\n<<<<<<< HEAD\n' });
	expect([reportMarkers(early), early.messages[0]!.line]).toEqual([true, 2]);
	const clean = new VFile({ value: 'a\n=======\n' });
	expect([reportMarkers(clean), clean.messages]).toEqual([false, []]);
});

test('a side of several conflicts is all that it has in each', () => {
	const two = `${text}<<<<<<< HEAD\ng\n=======\nh\n>>>>>>> side\n`;
	expect(sideOf(two, 'ours')).toBe('a\nb\nf\ng\n');
	expect(sideInPlace('<<<<<<< HEAD\nb\n=======\nd\n>>>>>>> side\n', 'ours')).toBe('\nb\n\n\n\n');
});
