import type { FacetFile, MoreFacetsFile } from '../facet-file.ts';
import {
	indexFiles,
	papersInFile,
	type IdsFile,
	type IndexedPaper,
	type TextsFile,
	type TopicsFile,
} from '../index-files.ts';
import type { NamesFile } from '../name-file.ts';
import type { PlacesBlock, TermBlock, TermTable } from '../term-file.ts';
import type { SymbolsFile, WordsFile } from '../word-file.ts';
import { lazily, lazilyEach } from './lazily.ts';
import type { SpellingSource } from './speller.ts';
import type { TermSource } from './term-store.ts';

/** All that the search page fetches, each when it is first needed. */
export interface SearchSource extends TermSource, SpellingSource {
	facets(): Promise<FacetFile>;
	moreFacets(): Promise<MoreFacetsFile>;
	topics(): Promise<TopicsFile>;
	symbols(): Promise<SymbolsFile>;
	ids(): Promise<IdsFile>;
	paper(paper: number): Promise<IndexedPaper>;
}

/** The source of the index in a folder: `/repo/search-index/`. */
export function searchSource(
	folder: string,
	get: (address: string) => Promise<Response> = fetchFresh,
): SearchSource {
	const file = async <File>(name: string) => (await get(folder + name)).json() as File;
	const packed = async <File>(name: string) => unpack<File>(await get(folder + name));
	const texts = lazilyEach((name: string) => packed<TextsFile>(name));
	return {
		facets: lazily(() => file<FacetFile>(indexFiles.facets)),
		moreFacets: lazily(() => file<MoreFacetsFile>(indexFiles.moreFacets)),
		terms: lazily(() => file<TermTable>(indexFiles.terms)),
		block: (version, block) => packed<TermBlock>(indexFiles.block(version, block)),
		places: (version, block) => packed<PlacesBlock>(indexFiles.places(version, block)),
		words: lazilyEach((initial) => file<WordsFile>(indexFiles.words(initial))),
		allWords: lazily(() => file<WordsFile>(indexFiles.allWords)),
		names: lazilyEach((initial) => file<NamesFile>(indexFiles.names(initial))),
		topics: lazily(() => file<TopicsFile>(indexFiles.topics)),
		symbols: lazily(() => file<SymbolsFile>(indexFiles.symbols)),
		ids: lazily(() => file<IdsFile>(indexFiles.ids)),
		paper: async (paper) => (await texts(indexFiles.texts(paper)))[paper % papersInFile]!,
	};
}

/** What is fetched is not of the build that the index began with: the site was published anew. */
export class OtherBuildError extends Error {
	override readonly name = 'OtherBuildError';
}

/** Ask whether a file is still the same, so that it never stands beside another build's: a number may have passed to another paper. */
async function fetchFresh(address: string): Promise<Response> {
	const response = await fetch(address, { cache: 'no-cache' });
	// Only the blocks of another build can be gone.
	if (response.status === 404) throw new OtherBuildError(`404 ${address}`);
	if (!response.ok) throw new Error(`${response.status} ${address}`);
	return response;
}

/** What is packed stays so on its way, whatever the server does, and is half as long on its disk. */
async function unpack<File>({ body }: Response): Promise<File> {
	const unpacked = body!.pipeThrough(new DecompressionStream('gzip'));
	return (await new Response(unpacked).json()) as File;
}
