import { readFile } from 'node:fs/promises';
import { Renderer } from '@takumi-rs/core';
import { lazily, lazilyEach } from '../search/engine/lazily.ts';
import { cardSize, type Card } from './card.ts';
import { colours, scale, stampDrawing, wordsDrawing, type Drawing } from './card-nodes.ts';
import { typeset, type FontSlice } from './fonts.ts';
import { indexedPng, type Part } from './indexed-png.ts';
import { paletteOf, type Palette } from './palette.ts';

const openRenderer = lazily(() => Promise.resolve(new Renderer()));

/** Draw a card as PNG; the same bytes from the same card. */
export async function drawCard({ stamp, accent, title, line }: Card): Promise<Uint8Array> {
	const palette = paletteFor(accent);
	const parts = [await stampPart({ stamp, accent }), await wordsPart({ title, line }, palette)];
	return indexedPng(cardSize, parts, palette.colours);
}

// All cards of an archive have one accent.
const paletteFor = keepingLast((accent: string) =>
	paletteOf(colours.page, [colours.text, colours.quiet, accent]),
);

// Topics that follow one another have the same stamp.
const stampPart = keepingLast(async ({ stamp, accent }: Pick<Card, 'stamp' | 'accent'>) => {
	const [top, foot, ...lines] = await Promise.all(
		[stamp.top.toUpperCase(), stamp.foot, ...stamp.lines].map(typeset),
	);
	const set = { top: top!.text, foot: foot!.text, lines: lines.map(({ text }) => text) };
	const drawing = stampDrawing({ stamp: set, accent });
	const slices = [top!, foot!, ...lines].flatMap((one) => one.slices);
	return draw(drawing, slices, paletteFor(accent));
});

async function wordsPart(
	{ title, line }: Pick<Card, 'title' | 'line'>,
	palette: Palette,
): Promise<Part> {
	const [first, second] = await Promise.all([typeset(title), typeset(line ?? '')]);
	const drawing = wordsDrawing({ title: first.text, line: line && second.text });
	return draw(drawing, [...first.slices, ...second.slices], palette);
}

async function draw(
	{ node, left, top, ...size }: Drawing,
	slices: readonly FontSlice[],
	palette: Palette,
): Promise<Part> {
	const renderer = await openRenderer();
	// One after another, for what is registered first counts.
	for (const slice of slices) await register(slice);
	const pixels = await renderer.render(node, {
		...size,
		devicePixelRatio: scale,
		format: 'raw',
		fontFamilies: [...new Set(slices.map(({ family }) => family))],
	});
	return { left, top, width: size.width, places: palette.placesOf(pixels) };
}

const register = lazilyEach(async ({ family, file, ranges }: FontSlice) => {
	const renderer = await openRenderer();
	const unicodeRange = [...ranges];
	await renderer.registerFont({ name: family, data: await readFile(file), unicodeRange });
});

/** Gives the result before where the input is the same. */
function keepingLast<Input, Result>(make: (input: Input) => Result): (input: Input) => Result {
	let last: { readonly key: string; readonly result: Result } | undefined;
	return (input) => {
		const key = JSON.stringify(input);
		if (last?.key !== key) last = { key, result: make(input) };
		return last.result;
	};
}
