import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readBesideContent } from '../src/disk/beside-content.ts';
import { readContent, readLexicon } from '../src/disk/content-folder.ts';
import { applySettings } from '../src/loaders/apply-settings.ts';
import { formatCount } from '../src/language/format.ts';
import { runPipeline } from '../src/pipeline.ts';
import { readArguments, UsageError } from './arguments.ts';
import { daysOf, preservedFiles } from './preservation/preserved-files.ts';
import { tarBlocks, type PreservedFile } from './preservation/tar.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run preserve -- [--content DIR] [--out FILE]';

const root = resolve(import.meta.dirname, '..');

/** `npm run preserve`: write one file from which the archive can be read, and the site made, by anybody. */
export async function preserve({ parameters, environment, print }: Terminal): Promise<number> {
	const { values } = readArguments(parameters, usage, {
		content: { type: 'string', default: environment['OFFPRINT_CONTENT'] ?? 'content' },
		out: { type: 'string' },
	});
	await applySettings(values.content);
	const [content, lexicon] = await Promise.all([readContent(values.content), readLexicon()]);
	const archive = runPipeline(content, lexicon);
	const newest = daysOf(archive.digests.keys()).at(-1);
	if (newest === undefined)
		throw new UsageError(`${values.content} has no digest, expected something to preserve`);
	const name = `offprint-${newest}`;
	const out = values.out ?? `${name}.tar`;
	const beside = await readBesideContent(values.content);
	const preserved = await preservedFiles(root, { content, beside }, archive);
	const files = preserved.map(([path, bytes]): PreservedFile => [`${name}/${path}`, bytes]);
	// The day of the newest digest, so that no clock is needed.
	const { sha256, length } = await writeWhole(out, tarBlocks(files, Date.parse(newest) / 1000));
	print(
		[
			`${formatCount(files.length, 'file')}, ${(length / 1e6).toFixed(1)} MB, in ${out}`,
			`SHA-256: ${sha256}`,
			'Next: deposit it, and note the sum; docs/preservation.md says where and how.',
		].join('\n'),
	);
	return 0;
}

/** Write a file beside its place, then put it there: what was there before is replaced by a whole file only. */
async function writeWhole(path: string, blocks: Iterable<Uint8Array>) {
	const hash = createHash('sha256');
	let length = 0;
	const sum = new Transform({
		transform(block: Uint8Array, _, done) {
			hash.update(block);
			length += block.length;
			done(undefined, block);
		},
	});
	const part = `${path}.${process.pid}.part`;
	try {
		await pipeline(Readable.from(blocks), sum, createWriteStream(part));
		await rename(part, path);
	} finally {
		await rm(part, { force: true });
	}
	return { sha256: hash.digest('hex'), length };
}

if (import.meta.main) await runHere(preserve);
