import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PaperTexts } from '../model/paper-view.ts';
import { noTerms, type DirectTerms, type WordUse } from '../search/build/direct-terms.ts';
import type { Postings } from '../search/build/place-terms.ts';
import { indexTerms, type TermIndex } from '../search/build/term-index.ts';
import { beginSealed, linesOf, readSealed } from './sealed-file.ts';
import { keyOf } from './source-key.ts';

/** What some papers have, as the first line of JSON; on each further one are terms, for no string holds all of them. */
interface FirstLine extends Pick<DirectTerms, 'explained' | 'titleEnds'> {
	/** Of their texts. */
	readonly sum: string;
	readonly words: readonly (readonly [string, WordUse])[];
	readonly symbols: readonly (readonly [string, number[]])[];
}

const sources = ['src/search', 'src/text', 'src/model', 'package-lock.json'];

/**
 * Index the terms of papers, and keep what they have in a folder. As long as the first papers of an archive
 * have the texts that they had, only those after them are read.
 */
export function keptTerms(root: string, folder: string, papers: readonly PaperTexts[]): TermIndex {
	const path = join(folder, 'terms');
	const key = keyOf(root, sources);
	const known = readTerms(path, key, papers);
	const before = known.explained.length;
	const index = indexTerms(papers, known);
	if (before < papers.length) writeTerms(path, key, known, sumOf(papers));
	return index;
}

/** A term, and where papers have it. */
type Term = readonly [string, Postings];

// The first are the words that most papers have, and take as much as all others.
const termsOnLine = 16;

function readTerms(path: string, key: string, papers: readonly PaperTexts[]): DirectTerms {
	const [first, ...lines] = linesOf(readSealed(path, key) ?? Buffer.alloc(0));
	if (first === undefined) return noTerms();
	const { sum, explained, titleEnds, words, symbols }: FirstLine = JSON.parse(String(first));
	if (sum !== sumOf(papers.slice(0, explained.length))) return noTerms();
	return {
		explained,
		titleEnds,
		terms: new Map(lines.flatMap((line): Term[] => JSON.parse(String(line)))),
		words: new Map(words),
		symbols: new Map(symbols),
	};
}

function writeTerms(path: string, key: string, known: DirectTerms, sum: string): void {
	const { explained, titleEnds, words, symbols } = known;
	const first: FirstLine = {
		sum,
		explained,
		titleEnds,
		words: [...words],
		symbols: [...symbols],
	};
	const file = beginSealed(path, key);
	const addLine = (line: unknown) => file.add(Buffer.from(`${JSON.stringify(line)}\n`));
	addLine(first);
	const terms: Term[] = [...known.terms];
	for (let start = 0; start < terms.length; start += termsOnLine)
		addLine(terms.slice(start, start + termsOnLine));
	file.seal();
}

function sumOf(papers: readonly PaperTexts[]): string {
	const sum = createHash('sha256');
	for (const { title, abstract, received } of papers)
		sum.update(JSON.stringify([title, abstract, received]));
	return sum.digest('base64url');
}
