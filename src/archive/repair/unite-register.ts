import { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import {
	hashOfLine,
	linesOf,
	nothingBefore,
	readRegisterLine,
	type RegisterLine,
} from '../register.ts';
import { bothSides, hasMarkers } from './conflict-markers.ts';

/** A line of a register in the chain, or the chains, that it is part of. */
interface Link extends RegisterLine {
	readonly text: string;
	readonly hash: string;
}

/** What the branches of a register have in common, and all that any of them says. */
export interface UnitedRegister {
	/** Up to where they part; the whole register, where they do not. */
	readonly stem: string;
	/** Address and meaning; an address that two branches gave is there twice. */
	readonly meanings: readonly (readonly [address: string, means: string])[];
}

/**
 * Read a register whose lines may be those of several branches, in whatever order. A line that
 * continues no other is no branch's, but was changed, or lost the one before: it is reported.
 */
export function uniteRegister(file: VFile): UnitedRegister {
	const links = readLinks(file);
	const next = Map.groupBy(links, ({ after }) => after);
	const known = new Set([nothingBefore, ...links.map(({ hash }) => hash)]);
	for (const { after, text } of links)
		if (!known.has(after)) report(file, 'broken-register', text);
	const stem: Link[] = [];
	for (let at = next.get(nothingBefore); at?.length === 1; at = next.get(at[0]!.hash))
		stem.push(at[0]!);
	return {
		stem: stem.map(({ text }) => `${text}\n`).join(''),
		meanings: links.flatMap(({ means }) => Object.entries(means)),
	};
}

function readLinks(file: VFile): Link[] {
	const texts = new Set(linesOf(bothSides(String(file))).filter((text) => text !== ''));
	return [...texts].flatMap((text) => {
		const line = readRegisterLine(text);
		if (line) return [{ ...line, text, hash: hashOfLine(text) }];
		report(file, 'broken-register', text);
		return [];
	});
}

/** Whether a register is that of several branches, or was not brought together by Git: its stem is not all of it. */
export function isForked(file: VFile): boolean {
	const text = String(file);
	if (hasMarkers(text)) return true;
	const copy = new VFile({ value: text });
	const { stem } = uniteRegister(copy);
	return copy.messages.length === 0 && stem !== text;
}

/**
 * What a repaired register begins with, to the letter: what was published, so that it is only added
 * to; but the stem, where that goes on from what was published.
 */
export function baseOf(stem: string, published: string | undefined): string {
	return published === undefined || stem.startsWith(published) ? stem : published;
}
