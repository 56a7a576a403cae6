import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { lazily } from '../search/engine/lazily.ts';
import { cardSize, type Card } from './card.ts';
import { colours, scale, stampDrawing, wordsDrawing, type Drawing } from './card-nodes.ts';
import { indexedPng, type Part } from './indexed-png.ts';
import { paletteOf, type Palette } from './palette.ts';

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
export async function drawCard({ stamp, accent, title, line }: Card): Promise<Uint8Array> {
	const palette = paletteFor(accent);
	const parts = [
		await stampPart({ stamp, accent }),
		await draw(wordsDrawing({ title, line }), palette),
	];
	return indexedPng(cardSize, parts, palette.colours);
}

// All cards of an archive have one accent.
const paletteFor = keepingLast((accent: string) =>
	paletteOf(colours.page, [colours.text, colours.quiet, accent]),
);

// Topics that follow one another have the same stamp.
const stampPart = keepingLast((card: Pick<Card, 'stamp' | 'accent'>) =>
	draw(stampDrawing(card), paletteFor(card.accent)),
);

async function draw({ node, left, top, ...size }: Drawing, palette: Palette): Promise<Part> {
	const renderer = await openRenderer();
	const pixels = await renderer.render(node, {
		...size,
		devicePixelRatio: scale,
		format: 'raw',
		fontFamilies: [family],
	});
	return { left, top, width: size.width, places: palette.placesOf(pixels) };
}

/** Gives the result before where the input is the same. */
function keepingLast<Input, Result>(make: (input: Input) => Result): (input: Input) => Result {
	let last: { readonly key: string; readonly result: Result } | undefined;
	return (input) => {
		const key = JSON.stringify(input);
		if (last?.key !== key) last = { key, result: make(input) };
		return last.result;
	};
}
