import { defaults, site } from '../../src/site.ts';

// What a header may hold of a name.
const otherRe = /[^\x20-\x7e]+/g;

/** Who asks, and where to complain: `Offprint (+https://github.com/someone/archive)`. */
export function userAgent(): string {
	const name = site.name.normalize('NFKD').replace(otherRe, '').trim() || defaults.name;
	return site.repository === '' ? name : `${name} (+${site.repository})`;
}
