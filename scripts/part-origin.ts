import { join, resolve } from 'node:path';
import { contentPaths, pictureNames } from '../src/disk/content-folder.ts';
import type { PartOrigin } from '../src/kept/part.ts';
import { sourceKey, sumsOf } from '../src/kept/source-key.ts';
import type { BuildOptions } from './make-site.ts';

const root = resolve(import.meta.dirname, '..');

/** What a part of a site is made of: the code, the content, and where the site is published. */
export function originOf({ content, site, base }: BuildOptions): PartOrigin {
	const names = [...Object.values(contentPaths), ...Object.values(pictureNames)];
	const sums = names.flatMap((name) =>
		sumsOf(join(content, name)).map(
			([file, sum]) => [file === '' ? name : `${name}/${file}`, sum] as const,
		),
	);
	return {
		// Settings are content, and an address has a message of its own.
		code: sourceKey(root, { site: '', base: '' }),
		url: new URL(base, site).href,
		content: Object.fromEntries(sums),
	};
}

// `dumps/2024-02-29-2.txt`
const dumpRe = /^dumps\/(\d{4})-/;

/** The years of which there are dumps, oldest first. */
export function yearsOf({ content }: PartOrigin): string[] {
	const years = Object.keys(content).flatMap((name) => dumpRe.exec(name)?.[1] ?? []);
	return [...new Set(years)].sort();
}
