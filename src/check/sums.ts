import { error, type Finding } from './findings.ts';

/** SHA-256 of each file in hexadecimal, by its path from the root of the site. */
export type Sums = ReadonlyMap<string, string>;

// `e3b0c4… ./papers/index.html`, as `sha256sum --check` reads it
const lineRe = /^([0-9a-f]{64}) {2}\.(\/.+)$/;

/** The sums of a site as a file that `sha256sum --check` reads. */
export function formatSums(sums: Sums): string {
	const files = [...sums.keys()].toSorted();
	return files.map((file) => `${sums.get(file)}  .${file}\n`).join('');
}

/** Read what `formatSums` wrote; a line that is none of its own is a file without a sum. */
export function parseSums(text: string): Sums {
	const lines = text.split('\n').slice(0, -1);
	return new Map(
		lines.map((line): [string, string] => {
			const [, sum = '', file = line] = lineRe.exec(line) ?? [];
			return [file, sum];
		}),
	);
}

/** Hold the files of a site to the sums that its build wrote into the file `name`. */
export function checkSums(text: string, sums: Sums, name: string): Finding[] {
	const expected = parseSums(text);
	const isWhole = text.endsWith('\n') && text.split('\n').length - 1 === expected.size;
	return [
		...(isWhole ? [] : [error('changed-file', name, 'A line is cut or there twice')]),
		...Array.from(expected)
			.filter(([file, sum]) => sums.get(file) !== sum)
			.map(([file]) =>
				error('changed-file', file, sums.has(file) ? 'It was changed' : 'It is gone'),
			),
		...[...sums.keys()]
			.filter((file) => !expected.has(file) && file !== name)
			.map((file) => error('changed-file', file, 'The build did not write it')),
	];
}
