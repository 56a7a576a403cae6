import { error, type Finding } from './findings.ts';
import type { Sizes } from './site-files.ts';

/** GitHub Pages publishes no larger file; in bytes. */
export const mostFileBytes = 100_000_000;
// And no larger site.
const mostBytes = 1_000_000_000;
// From here on somebody should think of what to leave out.
const nearly = 0.7;
// And from here on nothing is published: the next dumps must still fit while it is left out.
const full = 0.95;

/**
 * What a site can do without and keep its promises, what readers miss least first. `docs/scale.md` says how,
 * and what comes after.
 */
const dispensable: readonly (readonly [what: string, files: RegExp])[] = [
	['the abstracts in the database', /^\/data\/archive\.sqlite\.gz$/],
	['the feeds of topics and systems', /^\/feeds\/(?:topics|systems)\//],
	['the texts of the search', /^\/search-index\/texts\//],
];

// What every file system can hold.
const portableNameRe = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/;
// Names that Windows keeps for devices.
const reservedNameRe = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether names can lie on every file system, and none differs from another by case alone. */
export function checkNames(sizes: Sizes): Finding[] {
	const folded = new Map<string, string>();
	return [...sizes.keys()].flatMap((file) => {
		const bad = file.slice(1).split('/').find(isUnportable);
		if (bad !== undefined) {
			const message = `The name \`${bad}\` is not valid on every file system`;
			return error('unportable-name', file, message);
		}
		const twin = folded.get(file.toLowerCase());
		folded.set(file.toLowerCase(), file);
		return twin === undefined
			? []
			: error('unportable-name', file, `Only case tells it from \`${twin}\``);
	});
}

function isUnportable(name: string): boolean {
	return !portableNameRe.test(name) || reservedNameRe.test(name) || name.endsWith('.');
}

/** Whether the host takes files, and a site, as large as these; a warning from 70 % on, an error from 95 %. */
export function checkSizes(sizes: Sizes): Finding[] {
	const large = [...sizes]
		.filter(([, size]) => size > mostFileBytes)
		.map(([file, size]) => {
			const message = `${megabytes(size)}, where the host takes at most 100 MB a file`;
			return error('too-large', file, message);
		});
	const bytes = totalOf(sizes);
	const shed = `To be left out, in this order: ${whatToShed(sizes)}`;
	if (bytes > full * mostBytes) {
		const message = `${megabytes(bytes)}, more than 95 % of the 1 GB that the host takes. ${shed}`;
		large.push(error('too-large', '/', message));
	} else if (bytes > nearly * mostBytes) {
		const message = `${megabytes(bytes)}, more than 70 % of the 1 GB that the host takes. ${shed}`;
		large.push({ rule: 'nearly-too-large', severity: 'warning', file: '/', message });
	}
	return large;
}

function whatToShed(sizes: Sizes): string {
	return dispensable
		.map(([what, files]): [string, number] => [
			what,
			totalOf(new Map([...sizes].filter(([file]) => files.test(file)))),
		])
		.filter(([, bytes]) => bytes > 0)
		.map(([what, bytes]) => `${what} (${megabytes(bytes)})`)
		.join(', ');
}

/** How many more papers a site has room for, if each takes what those before took. */
export function papersThatFit(bytes: number, papers: number): number {
	return papers === 0
		? 0
		: Math.max(0, Math.floor((full * mostBytes - bytes) / (bytes / papers)));
}

/** Bytes of all files. */
export function totalOf(sizes: Sizes): number {
	return [...sizes.values()].reduce((total, size) => total + size, 0);
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(0)} MB`;
}
