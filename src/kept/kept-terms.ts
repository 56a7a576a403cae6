import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PaperTexts } from '../model/paper-view.ts';
import { noTerms, type DirectTerms, type WordUse } from '../search/build/direct-terms.ts';
import { createPostings, type KeptTerm } from '../search/build/postings.ts';
import { indexTerms, type TermIndex } from '../search/build/term-index.ts';
import { beginSealed, readSealed } from './sealed-file.ts';
import { keyOf } from './source-key.ts';

/** What some papers have, as a line of JSON. The terms are the next one, and behind it are their bytes, as a store has them. */
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

function readTerms(path: string, key: string, papers: readonly PaperTexts[]): DirectTerms {
	const file = readSealed(path, key);
	if (!file) return noTerms();
	const second = file.indexOf('\n') + 1;
	const bytes = file.indexOf('\n', second) + 1;
	const first: FirstLine = JSON.parse(file.toString('utf8', 0, second));
	const { sum, explained, titleEnds, words, symbols } = first;
	if (sum !== sumOf(papers.slice(0, explained.length))) return noTerms();
	const terms: KeptTerm[] = JSON.parse(file.toString('utf8', second, bytes));
	return {
		explained,
		titleEnds,
		terms: createPostings({ terms, bytes: file.subarray(bytes) }),
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
	const { terms, bytes } = known.terms.kept();
	const file = beginSealed(path, key);
	for (const line of [first, terms]) file.add(Buffer.from(`${JSON.stringify(line)}\n`));
	for (const own of bytes) file.add(own);
	file.seal();
}

function sumOf(papers: readonly PaperTexts[]): string {
	const sum = createHash('sha256');
	for (const { title, abstract, received } of papers)
		sum.update(JSON.stringify([title, abstract, received]));
	return sum.digest('base64url');
}
