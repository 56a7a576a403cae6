import type { Link, Literal, PhrasingContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import type { RestorationRuleName } from '../../model/restoration.ts';
import { positionOf } from './text-block.ts';

/** A formula within a sentence. */
export interface InlineMath extends Literal {
	type: 'inlineMath';
	/** TeX. */
	value: string;
}

declare module 'mdast' {
	interface Data {
		/** The rule by which the node differs from the text it stands in place of. */
		rule?: RestorationRuleName;
	}
	interface PhrasingContentMap {
		inlineMath: InlineMath;
	}
	interface RootContentMap {
		inlineMath: InlineMath;
	}
}

/** A stretch of the text, by offsets, and what takes its place. */
export interface Replacement {
	readonly start: number;
	readonly end: number;
	readonly nodes: PhrasingContent[];
}

/** Part of the text that no rule has touched. */
export function plainText(file: VFile, start: number, end: number): Text {
	return {
		type: 'text',
		value: String(file).slice(start, end),
		position: positionOf(file, start, end),
	};
}

/** Other characters in the place of some. */
export function replaceCharacters(
	file: VFile,
	[start, end]: readonly [number, number],
	rule: RestorationRuleName,
	value: string,
): Replacement {
	return { start, end, nodes: [restoredText(file, start, end, rule, value)] };
}

/** Characters that no rule is to touch. */
export function keepCharacters(file: VFile, [start, end]: readonly [number, number]): Replacement {
	const node = plainText(file, start, end);
	return { start, end, nodes: [{ ...node, data: { rule: 'formula' } }] };
}

function restoredText(
	file: VFile,
	start: number,
	end: number,
	rule: RestorationRuleName,
	value: string,
): Text {
	return { type: 'text', value, position: positionOf(file, start, end), data: { rule } };
}

/** A formula in the place of what the feed left of it. */
export function replaceByFormula(
	file: VFile,
	[start, end]: readonly [number, number],
	rule: RestorationRuleName,
	value: string,
): Replacement {
	const node: InlineMath = {
		type: 'inlineMath',
		value,
		position: positionOf(file, start, end),
		data: { rule },
	};
	return { start, end, nodes: [node] };
}

/** A link in the place of an address. */
export function replaceByLink(
	file: VFile,
	[start, end]: readonly [number, number],
	url: string,
	text: string,
): Replacement {
	const position = positionOf(file, start, end);
	const isAsReceived = String(file).slice(start, end) === text;
	const node: Link = {
		type: 'link',
		url,
		children: [{ type: 'text', value: text, position }],
		position,
		data: {
			rule: isAsReceived ? 'address' : 'linked-words',
			hProperties: { rel: ['external', 'noopener', 'noreferrer'] },
		},
	};
	return { start, end, nodes: [node] };
}

/** Marks that are not shown, as empty text in their place. */
export function removeCharacters(
	file: VFile,
	start: number,
	end: number,
	rule: RestorationRuleName,
): Text {
	return restoredText(file, start, end, rule, '');
}
