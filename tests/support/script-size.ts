import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const importRe = /\bfrom\s*["'`]\.\/([^"'`]+)/g;

/** Compressed size of scripts of a site, by their addresses under its base, with all that they import. */
export function scriptSize(folder: string, base: string, scripts: readonly string[]): number {
	const all = new Set(scripts.map((script) => script.slice(base.length - 1)));
	let size = 0;
	for (const file of all) {
		const code = readFileSync(join(folder, file));
		size += gzipSync(code).length;
		for (const [, name] of String(code).matchAll(importRe)) all.add(`/_astro/${name}`);
	}
	return size;
}
