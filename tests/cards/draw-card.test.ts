import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cardSize, digestCard, topicCard, type Card } from '../../src/cards/card.ts';
import { drawCard } from '../../src/cards/draw-card.ts';
import { indexedPng } from '../../src/cards/indexed-png.ts';
import { paletteOf } from '../../src/cards/palette.ts';
import type { Day, DigestId } from '../../src/model/id.ts';

const digest = digestCard({
	id: '2025-04-28-2' as DigestId,
	day: '2025-04-28' as Day,
	number: 1234,
	papers: 69,
	fresh: 33,
});
const title = (words: string): Card => ({ ...digest, title: words });

describe('a card', () => {
	test('says in words what is drawn, and has its page’s name', () => {
		expect(digest).toMatchObject({
			path: '/cards/digests/2025-04-28-2.png',
			alt: 'Offprint, No. 1234: 28 April 2025, 69 papers, 33 new',
			stamp: { lines: ['28 Apr', '2025'] },
		});
		expect(topicCard({ slug: 'long-context', name: 'long context' })).toMatchObject({
			path: '/cards/topics/long-context.png',
			alt: 'Offprint: long context',
			title: 'Long context',
		});
	});

	test('is a PNG of its size, small, and the same bytes every time', async () => {
		const first = Buffer.from(await drawCard(digest));
		expect(first.subarray(1, 4).toString()).toBe('PNG');
		expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([
			cardSize.width,
			cardSize.height,
		]);
		expect(first.length).toBeLessThan(9_000);
		expect(Buffer.compare(first, Buffer.from(await drawCard(digest)))).toBe(0);
	});

	test('tells titles of the scripts that it has letters of from one another', async () => {
		const titles = ['Attention', 'Внимание', 'Перевод', 'Προσοχή', 'Čeština', 'Tiếng Việt'];
		const drawn = await Promise.all(titles.map((words) => drawCard(title(words))));
		expect(new Set(drawn.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(
			titles.length,
		);
	});

	test('holds a title of any length', async () => {
		for (const words of ['', 'A', 'word '.repeat(60), 'x'.repeat(300)])
			expect((await drawCard(title(words))).length).toBeGreaterThan(1_000);
	});
});

test('an indexed PNG has the nearest colour at each pixel of a part, and its ground elsewhere', () => {
	const { colours, placesOf } = paletteOf('#000000', ['#ffffff']);
	const pixels = new Uint8Array([0, 0, 0, 255, 250, 250, 250, 255, 90, 80, 80, 255]);
	const places = placesOf(pixels);
	const part = { left: 2, top: 1, width: 3, places };
	const png = Buffer.from(indexedPng({ width: 5, height: 2 }, [part], colours));
	const at = png.indexOf('IDAT');
	const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
	expect([...inflateSync(data)]).toEqual([0, 0, 0, 0, 0, 0x00, 0x03, 0x10]);
});
