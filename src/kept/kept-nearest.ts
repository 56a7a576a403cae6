import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
	nearestTexts,
	type KnownNearest,
	type Nearest,
	type PaperText,
} from '../pipeline/nearest.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { keyOf } from './source-key.ts';

/** The nearest of some papers, and the sum of their texts. */
type NearestFile = readonly [sum: string, known: KnownNearest];

const sources = ['src/enrich/related', 'src/text', 'package-lock.json'];

/**
 * The papers nearest to each, which are kept in a folder. As long as the first papers of an archive have the
 * texts that they had, only those after them are compared with all.
 */
export function keptNearest(root: string, folder: string, texts: readonly PaperText[]): Nearest {
	const path = join(folder, 'nearest');
	const key = keyOf(root, sources);
	const known = readKnown(path, key, texts);
	const found = nearestTexts(texts, known);
	if (known?.nearest.length !== texts.length)
		writeSealed(path, key, serialize([sumOf(texts), found] satisfies NearestFile));
	return found.nearest;
}

function readKnown(
	path: string,
	key: string,
	texts: readonly PaperText[],
): KnownNearest | undefined {
	const file = readSealed(path, key);
	if (!file) return undefined;
	const [sum, known]: NearestFile = deserialize(file);
	return sum === sumOf(texts.slice(0, known.nearest.length)) ? known : undefined;
}

function sumOf(texts: readonly PaperText[]): string {
	const sum = createHash('sha256');
	for (const { title, abstract } of texts) sum.update(JSON.stringify([title, abstract]));
	return sum.digest('base64url');
}
