import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Sums } from '../check/sums.ts';
import { encode, type Encode } from '../search/build/write-index.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { keyOf } from './source-key.ts';

/** Makes the files of an index, but for texts that are there. */
export interface TextsKeeper {
	readonly encode: Encode;
	/** The files that were left out, by their names. */
	readonly left: readonly string[];
	/** Keep what the texts were packed into for the next build. */
	save(): void;
}

/** Of what a file was packed, and what came of it. */
type Packed = readonly [content: string, file: string];

const sources = ['src/search', 'package-lock.json'];

// `texts/12.packed`
const textRe = /^texts\//;

/** Open what is known of packed texts. `there` are the sums of the files of the index that stand in the site. */
export function openTexts(root: string, folder: string, there: Sums): TextsKeeper {
	const path = join(folder, 'texts');
	const key = keyOf(root, sources);
	const file = readSealed(path, key);
	const before = new Map<string, Packed>(file ? JSON.parse(String(file)) : []);
	const now = new Map<string, Packed>();
	const left: string[] = [];
	return {
		left,
		encode(name, content) {
			if (!textRe.test(name)) return encode(name, content);
			const own = hash('sha256', JSON.stringify(content), 'base64url');
			const known = before.get(name);
			if (known?.[0] === own && there.get(name) === known[1]) {
				now.set(name, known);
				left.push(name);
				return undefined;
			}
			const bytes = encode(name, content);
			now.set(name, [own, hash('sha256', bytes)]);
			return bytes;
		},
		save: () => writeSealed(path, key, JSON.stringify([...now])),
	};
}
