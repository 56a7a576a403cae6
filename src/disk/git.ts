import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What Git prints in a folder when it is given these lines; `undefined` where there is no Git, no repository, or not what is asked for. */
export async function git(
	folder: string,
	parameters: readonly string[],
	lines: readonly string[] = [],
): Promise<Buffer | undefined> {
	// Starting Git for nothing takes longer than looking.
	if (!isInRepository(resolve(folder))) return undefined;
	try {
		const asked = run('git', [...parameters], optionsIn(folder));
		// Git that ends before it has read them says itself what is wrong.
		asked.child.stdin?.on('error', () => {}).end(lines.join(''));
		return (await asked).stdout;
	} catch {
		// Then the files are all there is to go by.
		return undefined;
	}
}

function isInRepository(folder: string): boolean {
	if (existsSync(join(folder, '.git'))) return true;
	const parent = dirname(folder);
	return parent !== folder && isInRepository(parent);
}

/**
 * What objects of a repository hold, all that are asked for at once of one process: by their hashes, or by names, e.g.
 * `HEAD:./register.jsonl`. `undefined` for each that there is not, and for all where there is no Git.
 */
export async function readObjects(
	folder: string,
	names: readonly string[],
): Promise<(Buffer | undefined)[]> {
	if (names.length === 0) return [];
	const questions = asking.get(folder) ?? beginToAsk(folder);
	const start = questions.names.length;
	for (const name of names) questions.names.push(name);
	return (await questions.objects).slice(start, start + names.length);
}

/** Names of objects, and what they are once all have been named. */
interface Questions {
	readonly names: string[];
	readonly objects: Promise<(Buffer | undefined)[]>;
}

const asking = new Map<string, Questions>();

/** Wait for all that is asked of a repository at once, for starting Git takes longer than its answer. */
function beginToAsk(folder: string): Questions {
	const names: string[] = [];
	const objects = Promise.resolve().then(() => {
		asking.delete(folder);
		return askFor(folder, names);
	});
	const questions = { names, objects };
	asking.set(folder, questions);
	return questions;
}

async function askFor(folder: string, names: readonly string[]): Promise<(Buffer | undefined)[]> {
	const answer = await git(
		folder,
		['cat-file', '--batch'],
		names.map((name) => `${name}\n`),
	);
	let place = 0;
	return names.map(() => {
		const { object, end } = objectAt(answer ?? Buffer.of(), place);
		place = end;
		return object;
	});
}

/** The bytes of blobs that Git lists, by their hashes. Throws for one that it cannot read, as in a clone of a part without its remote. */
export async function readBlobs(
	folder: string,
	blobs: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
	const objects = await readObjects(folder, blobs);
	return new Map(
		blobs.map((blob, index) => {
			const bytes = objects[index];
			if (bytes) return [blob, bytes];
			throw new Error(
				`Unexpected gap in the repository of ${folder}: Git lists ${blob}, and cannot read it. ` +
					'Run `git fsck`, or clone it anew.',
			);
		}),
	);
}

// `1b2c… blob 34`; of what there is not `HEAD:./register.jsonl missing`
const headRe = / [a-z]+ (\d+)$/;

function objectAt(answer: Buffer, place: number): { object: Buffer | undefined; end: number } {
	const start = answer.indexOf('\n', place) + 1;
	if (start === 0) return { object: undefined, end: place };
	const [, size] = headRe.exec(answer.toString('utf8', place, start - 1)) ?? [];
	if (size === undefined) return { object: undefined, end: start };
	const end = start + Number(size);
	return { object: answer.subarray(start, end), end: end + 1 };
}

function optionsIn(folder: string) {
	// In a hook these name a repository, and may name another one than the folder's.
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
	);
	// Of a history that was rewritten, all dumps may be asked for at once.
	return { cwd: folder, encoding: 'buffer', maxBuffer: Infinity, env } as const;
}
