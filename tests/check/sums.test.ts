import { describe, expect, test } from 'vitest';
import { checkSums, formatSums } from '../../src/check/sums.ts';

const sum = (digit: string) => digit.repeat(64);
const built = new Map([
	['/index.html', sum('a')],
	['/papers/a b/index.html', sum('b')],
]);
const text = formatSums(built);

const found = (changed: Record<string, string>, list = text) =>
	checkSums(
		list,
		new Map(Object.entries({ ...Object.fromEntries(built), ...changed })),
		'/sums',
	).map(({ file, message }) => `${file}: ${message}`);

describe('the sums of a site', () => {
	test('are written as `sha256sum --check` reads them, and hold for what they are of', () => {
		expect(text.split('\n')[0]).toBe(`${sum('a')}  ./index.html`);
		expect(found({ '/sums': sum('c') })).toEqual([]);
	});

	test('tell what was changed, removed and added', () => {
		expect(found({ '/index.html': sum('c') })).toEqual(['/index.html: It was changed']);
		expect(found({ '/new': sum('c') })).toEqual(['/new: The build did not write it']);
		expect(found({}, `${text}${sum('d')}  ./gone\n`)).toEqual(['/gone: It is gone']);
	});

	test('are not to be cut', () => {
		expect(found({}, text.slice(0, -1))).not.toEqual([]);
		expect(found({}, '')).not.toEqual([]);
	});
});
