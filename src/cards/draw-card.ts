import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { lazily } from '../search/engine/lazily.ts';
import { cardSize, type Card } from './card.ts';
import { cardNodes, colours, scale } from './card-nodes.ts';
import { indexedPng, type Colour } from './indexed-png.ts';

// Latin, Greek and Cyrillic. A letter of another script is drawn as an empty box: fonts of all take megabytes.
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

const family = 'Source Serif';

const openRenderer = lazily(async () => {
	const renderer = new Renderer();
	for (const script of scripts) {
		const file = import.meta.resolve(
			`@fontsource/source-serif-4/files/source-serif-4-${script}-400-normal.woff2`,
		);
		await renderer.registerFont({ name: family, data: await readFile(fileURLToPath(file)) });
	}
	return renderer;
});

/** Draw a card as PNG; the same bytes from the same card. */
export async function drawCard(card: Card): Promise<Uint8Array> {
	const renderer = await openRenderer();
	const pixels = await renderer.render(cardNodes(card), {
		...cardSize,
		devicePixelRatio: scale,
		format: 'raw',
		fontFamilies: [family],
	});
	return indexedPng(pixels, cardSize.width, paletteOf(card));
}

// Shades between the page and each ink, for the edges of letters.
const shades = 3;

function paletteOf({ accent }: Card): Colour[] {
	const inks = [colours.text, colours.quiet, accent].flatMap((ink) =>
		Array.from({ length: shades }, (_, at) =>
			mixed(rgb(colours.page), rgb(ink), (at + 1) / shades),
		),
	);
	return [rgb(colours.page), ...inks];
}

function rgb(hex: string): Colour {
	const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
	return [red!, green!, blue!];
}

function mixed(from: Colour, to: Colour, share: number): Colour {
	const [red, green, blue] = from.map((value, at) =>
		Math.round(value + (to[at]! - value) * share),
	);
	return [red!, green!, blue!];
}
