import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';

/** What a file is damaged with. */
export interface DamageContext {
	/** The same file of an earlier time, and of another archive; none, if they have none. */
	readonly older: string | undefined;
	readonly others: string | undefined;
	/** A number that says where. */
	readonly at: number;
}

/** Makes a file another; gives nothing where it cannot be made so. */
type Damage = (bytes: Buffer, context: DamageContext) => Buffer | undefined;

const newline = 10;

/** Ways in which the bytes of a file are no longer those that were written. */
const damagedBytes: Readonly<Record<string, Damage>> = {
	empty: () => Buffer.of(),
	'cut in the middle of a line': (bytes, { at }) => {
		const [start, end] = lineAt(bytes, at);
		return bytes.subarray(0, Math.floor((start + end) / 2));
	},
	'cut after a line': (bytes, { at }) => {
		const [start] = lineAt(bytes, at);
		return start === 0 ? undefined : bytes.subarray(0, start);
	},
	'without its last line end': (bytes) =>
		bytes.at(-1) === newline ? bytes.subarray(0, -1) : undefined,
	'without its first line': (bytes) => bytes.subarray(bytes.indexOf(newline) + 1),
	'without a line': (bytes, { at }) =>
		withLines(bytes, (lines) => lines.toSpliced(at % lines.length, 1)),
	'a line twice': (bytes, { at }) =>
		withLines(bytes, (lines) =>
			lines.toSpliced(at % lines.length, 0, lines[at % lines.length]!),
		),
	'two lines swapped': (bytes, { at }) =>
		withLines(bytes, (lines) => {
			const one = at % lines.length;
			const other = (one + 1) % lines.length;
			return lines.with(one, lines[other]!).with(other, lines[one]!);
		}),
	'NUL bytes at its end': (bytes) => Buffer.concat([bytes, Buffer.alloc(512)]),
	'NUL bytes only': (bytes) => Buffer.alloc(bytes.length),
	binary: () => Buffer.from('89504e470d0a1a0a0000000d49484452ff00fe80', 'hex'),
	'bytes that are not UTF-8': (bytes, { at }) =>
		Buffer.concat([
			bytes.subarray(0, at % bytes.length),
			Buffer.of(0xff, 0xfe),
			bytes.subarray(at % bytes.length),
		]),
	'UTF-16': (bytes) => Buffer.from(`\uFEFF${bytes.toString()}`, 'utf16le'),
	'a byte order mark': (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes]),
	'CRLF line ends': (bytes) => Buffer.from(bytes.toString().replaceAll('\n', '\r\n')),
	'a byte flipped': (bytes, { at }) => {
		const copy = Buffer.from(bytes);
		copy[at % copy.length]! ^= 1;
		return copy;
	},
	'of an earlier time': (_, { older }) => (older === undefined ? undefined : Buffer.from(older)),
	'of another archive': (_, { others }) =>
		others === undefined ? undefined : Buffer.from(others),
};

/** Where the line begins and ends that a byte stands in. */
function lineAt(bytes: Buffer, at: number): readonly [number, number] {
	const place = at % bytes.length;
	const end = bytes.indexOf(newline, place);
	return [bytes.lastIndexOf(newline, place - 1) + 1, end < 0 ? bytes.length : end];
}

function withLines(bytes: Buffer, change: (lines: readonly string[]) => readonly string[]): Buffer {
	const lines = bytes.toString().trimEnd().split('\n');
	return Buffer.from(
		change(lines)
			.map((line) => `${line}\n`)
			.join(''),
	);
}

/** What may stand in the place of a file. */
const odditiesInPlace: Readonly<Record<string, (place: string) => Promise<void>>> = {
	nothing: (place) => rm(place),
	'a link': async (place) => {
		await rename(place, `${place}.elsewhere`);
		await symlink(`${place}.elsewhere`, place);
	},
	'a link to nothing': async (place) => {
		await rm(place);
		await symlink('/nowhere', place);
	},
	'a folder': async (place) => {
		await rm(place);
		await mkdir(place);
	},
	'a pipe': async (place) => {
		await rm(place);
		execFileSync('mkfifo', [place]);
	},
	'a file that can only be read': (place) => chmod(place, 0o444),
};

/** Damage a file; whether that changed it. */
export async function damageFile(
	place: string,
	name: string,
	context: DamageContext,
): Promise<boolean> {
	const inPlace = odditiesInPlace[name];
	if (inPlace) {
		await inPlace(place);
		return true;
	}
	const before = await readFile(place);
	const after = damagedBytes[name]!(before, context);
	if (!after || after.equals(before)) return false;
	await writeFile(place, after);
	return true;
}
/** Those of which it matters where in the file they are done. */
export const placedDamages: ReadonlySet<string> = new Set([
	'cut in the middle of a line',
	'cut after a line',
	'without a line',
	'a line twice',
	'two lines swapped',
	'bytes that are not UTF-8',
	'a byte flipped',
]);

/** Every way to damage a file. */
export const damageNames: readonly string[] = [
	...Object.keys(odditiesInPlace),
	...Object.keys(damagedBytes),
];
