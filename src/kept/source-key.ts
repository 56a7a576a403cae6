import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteAddress } from '../build/offprint-config.ts';

/** What pages are compiled from, and what runs a build, from the root of the project. */
const sources = [
	'src',
	'scripts',
	'public',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	// What an archive without lists of its own goes by.
	'content/topics.yaml',
	'content/systems.yaml',
];

/** A key of the project's code, the Node that runs it, and the address and the settings that pages are compiled for. */
export function sourceKey(root: string, { site, base, settings }: SiteAddress): string {
	const sums = sources.map((source) => sumsOf(join(root, source)));
	return sha256(JSON.stringify([process.version, site, base, settings ?? null, sums]));
}

/** A key of some of the project's files and folders, by their paths from its root, and of the Node that runs them. */
export function keyOf(root: string, sources: readonly string[]): string {
	const sums = sources.map((source) => sumsOf(join(root, source)));
	return sha256(JSON.stringify([process.version, sums]));
}

/** All files below a folder by name with the SHA-256 of each; a file is its own only one, nothing has none. */
export function sumsOf(path: string): [file: string, sum: string][] {
	return filesOf(path).map((file) => [file, sha256(readFileSync(join(path, file)))]);
}

/** All files below a folder, by name from there; `['']` for a file, nothing for nothing. */
export function filesOf(path: string): string[] {
	try {
		return readdirSync(path, { recursive: true, withFileTypes: true })
			.filter((entry) => !entry.isDirectory())
			.map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1))
			.sort();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOTDIR') return [''];
		if (code === 'ENOENT') return [];
		throw error;
	}
}

/** In hexadecimal. */
export function sha256(bytes: string | Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
