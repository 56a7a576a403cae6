import { expect, test } from 'vitest';
import { remembering } from '../../src/text/remembering.ts';

function counted(most: number) {
	const read: string[] = [];
	const lengthOf = remembering((text) => {
		read.push(text);
		return text.length;
	}, most);
	return { lengthOf, read };
}

test('a text that is asked for again is not read again', () => {
	const { lengthOf, read } = counted(2);
	expect(['a', 'bc', 'a', 'bc'].map(lengthOf)).toEqual([1, 2, 1, 2]);
	expect(read).toEqual(['a', 'bc']);
});

test('what is one too many has all others forgotten', () => {
	const { lengthOf, read } = counted(2);
	expect(['a', 'bc', 'def', 'a', 'def'].map(lengthOf)).toEqual([1, 2, 3, 1, 3]);
	expect(read).toEqual(['a', 'bc', 'def', 'a']);
});

test('nothing is remembered as what it is', () => {
	let times = 0;
	const nothing = remembering(() => {
		times++;
		return null;
	});
	expect([nothing('a'), nothing('a')]).toEqual([null, null]);
	expect(times).toBe(1);
});
