import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Card } from '../cards/card.ts';
import { keptFolder } from './kept-folder.ts';
import { isLentTo, readLent } from './lent.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { sha256, sumsOf } from './source-key.ts';

/** The cards of an archive, and where they are written. */
export interface CardWork {
	readonly root: string;
	/** The archive's folder. */
	readonly content: string;
	readonly cards: readonly Card[];
	readonly folder: string;
}

/** Draws a card. */
export type Draw = (card: Card) => Promise<Uint8Array>;

/** Cards as PNG by what is on them. */
type Drawn = ReadonlyMap<string, Uint8Array>;

/**
 * Write the cards of a site below its folder: those drawn by an earlier build of the same code where they
 * are kept, else new ones, which are kept. What is kept may be deleted at any time.
 */
export async function writeCards(
	{ root, content, cards, folder }: CardWork,
	draw: Draw,
): Promise<void> {
	const kept = keptFolder(root, content);
	const path = join(kept, 'cards');
	const code = sha256(JSON.stringify(sources.map((source) => sumsOf(join(root, source)))));
	const files = [...readLent(path, code), readSealed(path, code) ?? []].flat();
	const before = new Map(files.flatMap(parseCards));
	const now = new Map<string, Uint8Array>();
	for (const card of cards) {
		const key = JSON.stringify(card);
		const bytes = before.get(key) ?? (await draw(card));
		now.set(key, bytes);
		const file = join(folder, card.path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
	const isSame = before.size === now.size && [...now.keys()].every((key) => before.has(key));
	if (isLentTo(kept) || !isSame) writeSealed(path, code, formatCards(now));
}

const sources = ['src/cards', 'package-lock.json'];

/** What a file of cards says of them, in JSON on its first line; their bytes follow, one after another. */
type CardLine = readonly [key: string, bytes: number];

function parseCards(file: Buffer): (readonly [key: string, png: Uint8Array])[] {
	let end = file.indexOf('\n') + 1;
	const lines = JSON.parse(file.toString('utf8', 0, end)) as CardLine[];
	return lines.map(([key, bytes]) => [key, file.subarray(end, (end += bytes))] as const);
}

function formatCards(drawn: Drawn): Uint8Array {
	const lines = Array.from(drawn, ([key, { length }]): CardLine => [key, length]);
	return Buffer.concat([Buffer.from(`${JSON.stringify(lines)}\n`), ...drawn.values()]);
}
