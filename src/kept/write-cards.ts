import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Card } from '../cards/card.ts';
import { sha256, sumsOf } from './source-key.ts';

/** Draws a card. */
export type Draw = (card: Card) => Promise<Uint8Array>;

/**
 * Write the cards of a site below `folder`: those drawn by an earlier build of the same code where they
 * are kept, else new ones, which are kept. What is kept may be deleted at any time.
 */
export async function writeCards(
	root: string,
	cards: readonly Card[],
	folder: string,
	draw: Draw,
): Promise<void> {
	const kept = join(root, '.cache', 'cards');
	const code = sha256(
		JSON.stringify([drawing, 'package-lock.json'].map((path) => sumsOf(join(root, path)))),
	);
	await mkdir(kept, { recursive: true });
	for (const card of cards) {
		const place = join(kept, `${sha256(code + JSON.stringify(card))}.png`);
		const bytes =
			(await readFile(place).catch(() => undefined)) ?? (await keep(place, await draw(card)));
		const file = join(folder, card.path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, bytes);
	}
}

const drawing = 'src/cards';

/** Another build may want it while it is written. */
async function keep(place: string, bytes: Uint8Array): Promise<Uint8Array> {
	const beside = `${place}.${process.pid}`;
	await writeFile(beside, bytes);
	await rename(beside, place);
	return bytes;
}
