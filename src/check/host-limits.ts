import { error, type Finding } from './findings.ts';
import type { Sizes } from './site-files.ts';

// GitHub Pages publishes no larger site; in bytes.
const mostOnPages = 1_000_000_000;
// And no larger file. Other hosts take any that there is room for.
const mostFileOnPages = 100_000_000;
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

/**
 * Whether a host that takes so many bytes takes files, and a site, as large as these; a warning from 70 % on, an
 * error from 95 %.
 */
export function checkSizes(sizes: Sizes, hostBytes = mostOnPages): Finding[] {
	const mostOfFile = hostBytes > mostOnPages ? hostBytes : mostFileOnPages;
	const large = [...sizes]
		.filter(([, size]) => size > mostOfFile)
		.map(([file, size]) => {
			const message = `${megabytes(size)}, where the host takes at most ${megabytes(mostOfFile)} a file`;
			return error('too-large', file, message);
		});
	const bytes = totalOf(sizes);
	if (bytes > full * hostBytes)
		large.push(error('too-large', '/', tooLarge(sizes, full, hostBytes)));
	else if (bytes > nearly * hostBytes) {
		const message = tooLarge(sizes, nearly, hostBytes);
		large.push({ rule: 'nearly-too-large', severity: 'warning', file: '/', message });
	}
	return large;
}

function tooLarge(sizes: Sizes, share: number, hostBytes: number): string {
	const shed = whatToShed(sizes);
	return [
		`${megabytes(totalOf(sizes))}, more than ${share * 100} % of the ${hostBytes / 1e9} GB that the host takes.`,
		...(shed === '' ? [] : [`To be left out, in this order: ${shed}.`]),
		'If your host takes more, say so by `hostSize` in `site.yaml`.',
	].join(' ');
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

/** How many more papers a site has room for at a host that takes so many bytes, if each takes what those before took. */
export function papersThatFit(bytes: number, papers: number, hostBytes = mostOnPages): number {
	return papers === 0
		? 0
		: Math.max(0, Math.floor((full * hostBytes - bytes) / (bytes / papers)));
}

/** Bytes of all files. */
export function totalOf(sizes: Sizes): number {
	return [...sizes.values()].reduce((total, size) => total + size, 0);
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(0)} MB`;
}
