import type { Node } from '@takumi-rs/core';
import { cardSize, type Card } from './card.ts';
import { lettersOf, wordsOf } from './letters.ts';

/** The colours of every card: those of the site in light. */
export const colours = {
	page: '#fbf7ef',
	text: '#2a2019',
	quiet: '#6b625a',
} as const;

/** How much smaller a card is than it is drawn here. */
export const scale = 0.5;

type Style = NonNullable<Node['style']>;

const padding = 80;
const gap = 70;
const stampSize = 330;
// Of the ring between the two circles, on which the letters stand.
const ring = 54;
const tilt = -8;

// Long names are set smaller: how wide a name and its longest word may be, in letters, for a size.
const titleSizes = [
	[18, 13, 92],
	[40, 17, 72],
	[80, 23, 54],
] as const;
const smallestTitle = 40;

/** A part of a card as boxes and texts, which the drawing lays out, and where it stands, in pixels. */
export interface Drawing {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
	readonly node: Node;
}

/** The stamp of a card. */
export function stampDrawing({ stamp, accent }: Pick<Card, 'stamp' | 'accent'>): Drawing {
	const size = stampSize * scale;
	return {
		left: padding * scale,
		top: Math.floor((cardSize.height - size) / 2),
		width: size,
		height: size,
		node: stampNodes(stamp, accent),
	};
}

/** The words beside the stamp, in the middle of the height. */
export function wordsDrawing({ title, line }: Pick<Card, 'title' | 'line'>): Drawing {
	// A letter may reach into the gap, and a long word to the edge.
	const left = (padding + stampSize) * scale;
	const width = cardSize.width - left;
	const { height } = cardSize;
	return { left, top: 0, width, height, node: wordsNodes(title, line) };
}

function wordsNodes(title: string, line: string | undefined): Node {
	const size = sizeOf(title);
	const direction = rightToLeftRe.test(title) ? 'rtl' : 'ltr';
	return box(
		{
			width: '100%',
			height: '100%',
			display: 'flex',
			alignItems: 'center',
			paddingLeft: gap,
			paddingRight: padding,
			backgroundColor: colours.page,
			color: colours.text,
		},
		[
			box({ display: 'flex', flexDirection: 'column', gap: 26, flex: 1 }, [
				text(withBreaks(title), {
					fontSize: size,
					lineHeight: 1.1,
					direction,
					width: '100%',
					overflowWrap: 'anywhere',
					// Korean words stay whole.
					wordBreak: hangulRe.test(title) ? 'keep-all' : 'normal',
				}),
				...(line === undefined
					? []
					: [text(line, { fontSize: 38, lineHeight: 1.3, color: colours.quiet })]),
			]),
		],
	);
}

// The first letter says where a text begins: `מודל`, `"نموذج`
const rightToLeftRe = /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const hangulRe = /\p{Script=Hangul}/u;
// Of these a letter is some two of Latin wide.
const wideRe = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

// Where a line may break.
const gapRe = new RegExp(`[\\s\\u200b-]|${wideRe.source}`, 'u');
// Written without spaces, and broken between words that only a dictionary knows.
const unspacedRe = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const zeroWidthSpace = '\u200b';

function withBreaks(words: string): string {
	return unspacedRe.test(words) ? wordsOf(words).join(zeroWidthSpace) : words;
}

function sizeOf(title: string): number {
	const width = widthOf([...title]);
	// Between wide letters a line may break.
	const longest = Math.max(
		...withBreaks(title)
			.split(gapRe)
			.map(({ length }) => length),
	);
	const fitting = titleSizes.find(([most, word]) => width <= most && longest <= word);
	return fitting?.[2] ?? smallestTitle;
}

function widthOf(letters: readonly string[]): number {
	return letters.reduce((sum, letter) => sum + (wideRe.test(letter) ? 1.8 : 1), 0);
}

function stampNodes({ top, foot, lines }: Card['stamp'], accent: string): Node {
	const [first = '', ...others] = lines;
	const sheet: Style = { display: 'flex', backgroundColor: colours.page };
	return box({ ...sheet, width: stampSize, height: stampSize }, [
		box(
			{
				position: 'relative',
				width: stampSize,
				height: stampSize,
				transform: `rotate(${tilt}deg)`,
				color: accent,
			},
			[
				circle(0, 7, accent),
				circle(ring, 4, accent),
				...letters(top, 12, false),
				...letters(foot, 12, true),
				middle([
					text(first, { fontSize: others.length > 0 ? 54 : 120, lineHeight: 1.1 }),
					...others.map((one) => text(one, { fontSize: 44, lineHeight: 1.1 })),
				]),
			],
		),
	]);
}

function middle(lines: Node[]): Node {
	return box(
		{
			position: 'absolute',
			inset: 0,
			display: 'flex',
			flexDirection: 'column',
			alignItems: 'center',
			justifyContent: 'center',
		},
		lines,
	);
}

function circle(inset: number, width: number, colour: string): Node {
	return box(
		{
			position: 'absolute',
			inset,
			border: `${width}px solid ${colour}`,
			borderRadius: '50%',
		},
		[],
	);
}

/** Words on the ring, each of their pieces in a box of its own, turned further than the one before. */
function letters(words: string, inset: number, isBelow: boolean): Node[] {
	const all = piecesOf(words);
	const sweep = all.reduce((sum, { degrees }) => sum + degrees, 0);
	let start = -sweep / 2;
	return all.map(({ piece, degrees }) => {
		const turn = (start + degrees / 2) * (isBelow ? -1 : 1);
		start += degrees;
		return box(
			{
				position: 'absolute',
				inset,
				display: 'flex',
				justifyContent: 'center',
				alignItems: isBelow ? 'flex-end' : 'flex-start',
				transform: `rotate(${turn}deg)`,
			},
			[text(piece, { fontSize: 30, lineHeight: 1 })],
		);
	});
}

// Letters that a word joins, so that it stays one piece: Arabic, and what is written from India to Cambodia.
const joinedRe =
	/[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letterDegrees = 12;
const joinedDegrees = 8;

/** From left to right, how much of the ring each takes. */
function piecesOf(words: string): { readonly piece: string; readonly degrees: number }[] {
	const isJoined = joinedRe.test(words);
	const pieces = isJoined ? words.split(' ') : lettersOf(words);
	const all = pieces.map((piece) => ({
		piece,
		degrees: isJoined ? (lettersOf(piece).length + 1) * joinedDegrees : letterDegrees,
	}));
	return rightToLeftRe.test(words) ? all.toReversed() : all;
}

function box(style: Style, children: Node[]): Node {
	return { type: 'container', style, children };
}

function text(words: string, style: Style): Node {
	return { type: 'text', text: words, style };
}
