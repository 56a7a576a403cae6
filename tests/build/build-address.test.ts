import { describe, expect, test } from 'vitest';
import { buildAddress } from '../../src/build/build-address.ts';

const settings = { address: 'https://own.example/archive/' };
const baseOf = (base: string) => buildAddress(undefined, base, settings).base;
const siteOf = (site: string) => buildAddress(site, undefined, settings).site;

describe('buildAddress', () => {
	test.each([
		[undefined, undefined, 'https://own.example', '/archive/'],
		['', '', 'https://own.example', '/archive/'],
		[undefined, '/', 'https://own.example', '/'],
		// The path of the settings belongs to their origin.
		['https://example.org', undefined, 'https://example.org', '/'],
		['https://example.org', '', 'https://example.org', '/'],
		['https://example.org', '/repo', 'https://example.org', '/repo/'],
	])('of site %s and base %s is %s%s', (site, base, origin, path) => {
		expect(buildAddress(site, base, settings)).toEqual({ site: origin, base: path });
	});

	test.each([
		['/', '/'],
		['repo', '/repo/'],
		['/repo', '/repo/'],
		['/repo/', '/repo/'],
		['/a/b', '/a/b/'],
	])('takes base %s for %s', (value, expected) => {
		expect(baseOf(value)).toBe(expected);
	});

	test.each(['/a b/', 'https://example.org/', '/"onload=/'])('refuses base %s', (value) => {
		expect(() => baseOf(value)).toThrow(`Unexpected base ${value}`);
	});

	test.each([
		['https://example.org', 'https://example.org'],
		['https://example.org/', 'https://example.org'],
		['http://localhost:4321', 'http://localhost:4321'],
	])('takes site %s for %s', (value, expected) => {
		expect(siteOf(value)).toBe(expected);
	});

	test.each(['example.org', 'ftp://example.org', 'https://example.org/repo/'])(
		'refuses site %s',
		(value) => {
			expect(() => siteOf(value)).toThrow(`Unexpected site ${value}`);
		},
	);
});
