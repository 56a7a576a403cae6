import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import {
	formatRegisterLine,
	hashOfLine,
	linesOf,
	nothingBefore,
	parseRegister,
	readRegisterLine,
} from '../../src/archive/register.ts';
import { registerBreaches } from '../../src/archive/register-breaches.ts';

const first = formatRegisterLine(nothingBefore, [['/papers/aaaaaaaaaa/', 'x']]);
const after = (line: string) => hashOfLine(line.trimEnd());
const second = formatRegisterLine(after(first), [['/topics/a-b/', 'a b']]);

function parse(text: string) {
	const file = new VFile({ path: 'content/register.jsonl', value: text });
	const { meanings, head } = parseRegister(file);
	return {
		addresses: [...meanings.keys()],
		head,
		messages: file.messages.map(({ ruleId, line, column }) => [ruleId, line, column]),
	};
}

describe('a register', () => {
	test('is a chain of lines, each with the hash of the one before', () => {
		// `sha256sum` of nothing.
		expect(nothingBefore).toBe(
			'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
		);
		expect(parse(first + second)).toEqual({
			addresses: ['/papers/aaaaaaaaaa/', '/topics/a-b/'],
			head: after(second),
			messages: [],
		});
		expect(parse('')).toEqual({ addresses: [], head: nothingBefore, messages: [] });
	});

	test('gains no line for no addresses', () => {
		expect(formatRegisterLine(nothingBefore, [])).toBe('');
	});

	test.each([
		['a line that comes after another', second, 1],
		['a line that is none', `${first}{}\n`, 2],
		['an empty line', `${first}\n${second}`, 2],
		['a line without addresses', `${first}{"after":"${after(first)}","means":{}}\n`, 2],
		['a line without its end', first + second.trimEnd(), 2],
		[
			'an address that was given before',
			first + formatRegisterLine(after(first), [['/papers/aaaaaaaaaa/', 'x']]),
			2,
		],
	])('ends at %s, which is reported', (_, text, line) => {
		const { addresses, messages } = parse(text);
		expect(addresses).toHaveLength(line - 1);
		expect(messages).toEqual([['broken-register', line, 1]]);
	});
});

test('an end without a line end is a line, and no right one', () => {
	expect(linesOf('a\nb\n')).toEqual(['a', 'b']);
	expect(linesOf('a\nb')).toEqual(['a', 'b (without a line end)']);
	expect(linesOf('')).toEqual([]);
});

describe('readRegisterLine', () => {
	const line = first.trimEnd();

	test('reads a line, whatever comes before, unless it is told', () => {
		const read = { after: nothingBefore, means: { '/papers/aaaaaaaaaa/': 'x' } };
		expect(readRegisterLine(line)).toEqual(read);
		expect(readRegisterLine(line, nothingBefore)).toEqual(read);
		expect(readRegisterLine(line, after(first))).toBeUndefined();
	});

	test.each([
		['not JSON'],
		['null'],
		[line.replace(nothingBefore, 'abc')],
		[line.replace(`"${nothingBefore}"`, '7')],
		[`{"after":"${nothingBefore}","means":null}`],
		[`{"after":"${nothingBefore}","means":"x"}`],
		[line.replace('"x"', '7')],
		[line.replace('/papers/', '/other/')],
		// Not to the letter what ingest writes.
		[` ${line}`],
		[line.replace('}}', '},"more":1}')],
	])('refuses %s', (text) => {
		expect(readRegisterLine(text)).toBeUndefined();
	});
});

describe('registerBreaches', () => {
	test('finds none where what was published goes on', () => {
		expect(registerBreaches('', first)).toEqual([]);
		expect(registerBreaches(first, first + second)).toEqual([]);
	});

	test('names each address that is gone or means something else, and the first line that differs', () => {
		const other = formatRegisterLine(after(first), [['/topics/a-b/', 'other']]);
		expect(registerBreaches(first + second, first + other)).toEqual([
			'/topics/a-b/ was given for a b, and now means other',
			expect.stringMatching(/^Line 2 is not/),
		]);
		expect(registerBreaches(first + second, first)).toEqual([
			'/topics/a-b/ was given, and is not in the register any more',
			expect.stringMatching(/^Line 2 is not/),
		]);
	});

	test('says of lines that were only written anew which is the first', () => {
		const [a, b] = ['/topics/a/', '/topics/b/'] as const;
		const one = formatRegisterLine(nothingBefore, [
			[a, 'a'],
			[b, 'b'],
		]);
		const two = formatRegisterLine(nothingBefore, [[a, 'a']]);
		const three = formatRegisterLine(after(two), [[b, 'b']]);
		expect(registerBreaches(one, two + three)).toEqual([
			expect.stringMatching(/^Line 1 is not/),
		]);
	});
});
