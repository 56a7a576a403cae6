import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PaperTexts } from '../model/paper-view.ts';
import { noTerms, type DirectTerms } from '../search/build/direct-terms.ts';
import type { Postings } from '../search/build/place-terms.ts';
import { indexTerms, type TermIndex } from '../search/build/term-index.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { keyOf } from './source-key.ts';

/** The terms of some papers as JSON. */
interface TermsFile {
	/** Of their texts. */
	readonly sum: string;
	readonly explained: DirectTerms['explained'];
	readonly titleEnds: DirectTerms['titleEnds'];
	readonly terms: readonly (readonly [string, Postings])[];
	readonly words: readonly (readonly [string, { count: number; isInTitle: boolean }])[];
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
	if (before < papers.length) writeSealed(path, key, formatTerms(known, sumOf(papers)));
	return index;
}

function readTerms(path: string, key: string, papers: readonly PaperTexts[]): DirectTerms {
	const file = readSealed(path, key);
	if (!file) return noTerms();
	const { sum, explained, titleEnds, terms, words, symbols }: TermsFile = JSON.parse(
		String(file),
	);
	if (sum !== sumOf(papers.slice(0, explained.length))) return noTerms();
	return {
		explained,
		titleEnds,
		terms: new Map(terms),
		words: new Map(words),
		symbols: new Map(symbols),
	};
}

function formatTerms({ explained, titleEnds, ...lists }: DirectTerms, sum: string): string {
	const [terms, words, symbols] = [[...lists.terms], [...lists.words], [...lists.symbols]];
	return JSON.stringify({ sum, explained, titleEnds, terms, words, symbols } satisfies TermsFile);
}

function sumOf(papers: readonly PaperTexts[]): string {
	const sum = createHash('sha256');
	for (const { title, abstract, received } of papers)
		sum.update(JSON.stringify([title, abstract, received]));
	return sum.digest('base64url');
}
