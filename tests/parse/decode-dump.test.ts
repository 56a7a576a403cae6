import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { report } from '../../src/diagnostics.ts';
import { decodeDump } from '../../src/parse/decode-dump.ts';
import { dumpExtension, parseDump } from '../../src/parse/parse-dump.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

function decode(value: string | Uint8Array) {
	const file = new VFile({ path: 'dump.txt', value });
	const text = decodeDump(file);
	return text ?? file.messages.map(({ ruleId, line, column }) => [ruleId, line, column]);
}

describe('decodeDump', () => {
	test('gives the text of bytes, and of text, less a byte order mark', () => {
		expect(decode('new\nπ')).toBe('new\nπ');
		expect(decode(Buffer.from('new\nπ'))).toBe('new\nπ');
		expect(decode('\uFEFFnew')).toBe('new');
	});

	test('says nothing more of a file that could not be read', () => {
		const file = new VFile({ path: 'dump.txt', value: 'new' });
		report(file, 'not-a-file', 'link');
		expect(decodeDump(file)).toBeUndefined();
		expect(file.messages).toHaveLength(1);
	});

	test.each([
		['a NUL', 'new\r\nab\0', [['not-text', 2, 3]]],
		['nothing but space', ' \n\t\n', [['empty-file', undefined, undefined]]],
		['the bytes of Latin-1', Buffer.from('new\nsome caf\u00e9', 'latin1'), undefined],
	])('refuses %s', (_, value, expected) => {
		if (expected) expect(decode(value)).toEqual(expected);
		else expect(decode(value)).toEqual([['invalid-utf-8', 2, 9]]);
	});

	test.each([
		['of the first line', [0x61, 0xff, 0x0a, 0x62], 'ff', [1, 2]],
		['of the last', [0x61, 0x0a, 0x62, 0x63, 0xe2, 0x82], 'e2 82', [2, 3]],
		['after a character of two bytes', [0xc3, 0xa9, 0xff, 1, 2, 3, 4], 'ff 01 02 03', [1, 2]],
	])('shows up to four bad bytes %s, and where they stand', (_, bytes, shown, [line, column]) => {
		const file = new VFile({ path: 'dump.txt', value: Uint8Array.from(bytes) });
		expect(decodeDump(file)).toBeUndefined();
		expect(file.messages).toMatchObject([{ ruleId: 'invalid-utf-8', line, column }]);
		expect(file.messages[0]!.reason).toContain(`\`${shown}\``);
	});

	test.each([
		[[0xff, 0xfe, 0x6e, 0x00], true],
		[[0xfe, 0xff, 0x00, 0x6e], true],
		[[0xff, 0xff, 0x00, 0x6e], false],
		[[0xfe, 0xfe, 0x00, 0x6e], false],
	])('tells UTF-16 by its byte order mark: %j', (bytes, isNamed) => {
		const file = new VFile({ path: 'dump.txt', value: Uint8Array.from(bytes) });
		expect(decodeDump(file)).toBeUndefined();
		expect(file.messages[0]!.reason.includes('UTF-16')).toBe(isNamed);
	});
});

test('a dump is named by what it begins with', () => {
	const extensionOf = (text: string) =>
		[text, Buffer.from(text)].map((value) => dumpExtension(new VFile({ value })));
	expect(extensionOf('[{"paper":')).toEqual(['.json', '.json']);
	expect(extensionOf('new\n')).toEqual(['.txt', '.txt']);
	// Whoever puts a thousand spaces before a list does not mean one.
	expect(extensionOf(`${' '.repeat(999)}[]`)).toEqual(['.txt', '.txt']);
	expect(extensionOf(`${' '.repeat(998)}[]`)).toEqual(['.json', '.json']);
});

test('a block of less than 160 characters that ends no sentence is a title', () => {
	const said = (length: number) => {
		const block = `${'word '.repeat(40)}`.slice(0, length - 1) + 'x';
		const value = writeDump('Mar 11', [
			['Title', block],
			['Other', abstractNumber(1)],
		]);
		const file = new VFile({ path: 'dump.txt', value });
		parseDump(file);
		return file.messages.map(({ ruleId }) => ruleId);
	};
	expect(said(160)).toEqual([]);
	expect(said(159)).toContain('title-without-abstract');
});
