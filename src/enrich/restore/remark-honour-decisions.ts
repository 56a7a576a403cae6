import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { TextDecision } from '../../model/corrections.ts';
import { replaceByFormula, replaceCharacters, type Replacement } from './nodes.ts';
import { replaceAll } from './replace-in-text.ts';

declare module 'vfile' {
	interface DataMap {
		/** What a person decided of this text. */
		decisions?: readonly TextDecision[];
	}
}

/** Set what a person decided first, so that no rule touches it. */
export function remarkHonourDecisions() {
	return (tree: Root, file: VFile): void => {
		const text = String(file);
		for (const decision of file.data.decisions ?? []) {
			replaceAll(
				tree,
				file,
				[...placesOf(decision.received, text)].map((at) => replacement(file, at, decision)),
			);
		}
	};
}

function replacement(
	file: VFile,
	start: number,
	{ received, tex, text = received }: TextDecision,
): Replacement {
	const range = [start, start + received.length] as const;
	return tex === undefined
		? replaceCharacters(file, range, 'correction', text)
		: replaceByFormula(file, range, 'correction', tex);
}

function* placesOf(source: string, text: string): Generator<number> {
	for (let at = text.indexOf(source); at !== -1; at = text.indexOf(source, at + source.length))
		yield at;
}
