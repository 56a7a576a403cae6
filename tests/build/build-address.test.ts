import { describe, expect, test } from 'vitest';
import { readBase, readSite } from '../../src/build/build-address.ts';

describe('readBase', () => {
	test.each([
		[undefined, '/'],
		['', '/'],
		['/', '/'],
		['repo', '/repo/'],
		['/repo', '/repo/'],
		['/repo/', '/repo/'],
		['/a/b', '/a/b/'],
	])('%s is %s', (value, expected) => {
		expect(readBase(value)).toBe(expected);
	});

	test.each(['/a b/', 'https://example.org/', '/"onload=/'])('%s is refused', (value) => {
		expect(() => readBase(value)).toThrow(`Unexpected base ${value}`);
	});
});

describe('readSite', () => {
	test.each([
		['https://example.org', 'https://example.org'],
		['https://example.org/', 'https://example.org'],
		['http://localhost:4321', 'http://localhost:4321'],
	])('%s is %s', (value, expected) => {
		expect(readSite(value)).toBe(expected);
	});

	test.each(['example.org', 'ftp://example.org', 'https://example.org/repo/'])(
		'%s is refused',
		(value) => {
			expect(() => readSite(value)).toThrow(`Unexpected site ${value}`);
		},
	);
});
