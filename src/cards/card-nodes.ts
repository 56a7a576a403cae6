import type { Node } from '@takumi-rs/core';
import { cardSize, type Card } from './card.ts';

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

// Long names are set smaller: letters, and the size for up to so many.
const titleSizes = [
	[18, 92],
	[40, 72],
	[80, 54],
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
	const size = titleSizes.find(([most]) => title.length <= most)?.[1] ?? smallestTitle;
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
				text(title, { fontSize: size, lineHeight: 1.1 }),
				...(line === undefined
					? []
					: [text(line, { fontSize: 38, lineHeight: 1.3, color: colours.quiet })]),
			]),
		],
	);
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
				...letters(top.toUpperCase(), 12, false),
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

/** A word on the ring, a letter in each of as many boxes, turned one further than the other. */
function letters(word: string, inset: number, isBelow: boolean): Node[] {
	const all = [...word];
	return all.map((letter, at) => {
		const turn = (at - (all.length - 1) / 2) * inset * (isBelow ? -1 : 1);
		return box(
			{
				position: 'absolute',
				inset,
				display: 'flex',
				justifyContent: 'center',
				alignItems: isBelow ? 'flex-end' : 'flex-start',
				transform: `rotate(${turn}deg)`,
			},
			[text(letter, { fontSize: 30, lineHeight: 1 })],
		);
	});
}

function box(style: Style, children: Node[]): Node {
	return { type: 'container', style, children };
}

function text(words: string, style: Style): Node {
	return { type: 'text', text: words, style };
}
