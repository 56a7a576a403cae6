import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { topicCard } from '../../src/cards/card.ts';
import { keptFolder } from '../../src/kept/kept-folder.ts';
import { writeCards, type Draw } from '../../src/kept/write-cards.ts';

let root: string;
let drawn: string[];
const draw: Draw = async ({ title }) => {
	drawn.push(title);
	return Buffer.from(`picture of ${title}`);
};
const cardsOf = (...names: string[]) => names.map((name) => topicCard({ slug: name, name }));
const write = (...names: string[]) => {
	drawn = [];
	const folder = join(root, 'site');
	return writeCards(
		{ root, content: join(root, 'content'), cards: cardsOf(...names), folder },
		draw,
	);
};
const read = (name: string) => readFileSync(join(root, `site/cards/topics/${name}.png`), 'utf8');

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'cards-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('a card is drawn once, and again when something else is on it', async () => {
	await write('a', 'b');
	expect(drawn).toEqual(['A', 'B']);
	await write('b', 'c');
	expect(drawn).toEqual(['C']);
	expect(['b', 'c'].map(read)).toEqual(['picture of B', 'picture of C']);
	await write('a', 'b');
	expect(drawn, 'what had no use is gone').toEqual(['A']);
});

test('what is kept counts for nothing when it is damaged', async () => {
	await write('a');
	const kept = join(keptFolder(root, join(root, 'content')), 'cards');
	writeFileSync(kept, readFileSync(kept).subarray(0, -4));
	await write('a');
	expect(drawn).toEqual(['A']);
	expect(read('a')).toBe('picture of A');
});
