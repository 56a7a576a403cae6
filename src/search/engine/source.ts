import type { FacetFile, MoreFacetsFile } from '../facet-file.ts';
import {
	pageName,
	pagefindSignature,
	searchFiles,
	shardFolder,
	shardOf,
	type Fragment,
	type IdsFile,
} from '../index-files.ts';
import type { SymbolsFile, WordsFile } from '../word-file.ts';
import { lazily, lazilyEach } from './lazily.ts';
import { openIndex, type SearchIndex } from './open-index.ts';
import type { WordSource } from './word-source.ts';

/** Where an index lies. */
export interface IndexPlace {
	/** Of its first shard, `/repo/pagefind/`. */
	readonly folder: string;
	readonly shards: number;
	/** Papers to a shard, where it is not the usual number. */
	readonly shardSize?: number;
}

/** All that the search page fetches, each when it is first needed. */
export interface SearchSource extends WordSource {
	facets(): Promise<FacetFile>;
	moreFacets(): Promise<MoreFacetsFile>;
	ids(): Promise<IdsFile>;
	index(): Promise<SearchIndex>;
	paper(paper: number): Promise<IndexedPaper>;
}

/** A paper as the index keeps it. */
export interface IndexedPaper {
	/** From the root of the site. */
	readonly url: string;
	readonly title: string;
	/** The abstract, and behind it its formulas as received. */
	readonly text: string;
	/** The systems it names. */
	readonly systems: readonly string[];
}

/** The source of the index at a place. */
export function searchSource(place: IndexPlace): SearchSource {
	const file = <File>(name: string) => fetchFile<File>(place.folder + name);
	return {
		facets: lazily(() => file<FacetFile>(searchFiles.facets)),
		moreFacets: lazily(() => file<MoreFacetsFile>(searchFiles.moreFacets)),
		words: lazilyEach((initial) => file<WordsFile>(searchFiles.words(initial))),
		allWords: lazily(() => file<WordsFile>(searchFiles.allWords)),
		symbols: lazily(() => file<SymbolsFile>(searchFiles.symbols)),
		ids: lazily(() => file<IdsFile>(searchFiles.ids)),
		index: lazily(() => openIndex(place.folder, place.shards)),
		paper: (paper) => fetchPaper(place, paper),
	};
}

async function fetchFile<File>(address: string): Promise<File> {
	return (await (await fetchFresh(address)).json()) as File;
}

/**
 * A paper's text. Fetched by ourselves, because Pagefind gives texts only of what it found, and asked
 * for every paper it fetches all words.
 */
async function fetchPaper({ folder, shardSize }: IndexPlace, paper: number): Promise<IndexedPaper> {
	const shard = shardFolder(shardOf(paper, shardSize));
	const { body } = await fetchFresh(`${folder}${shard}fragment/${pageName(paper)}.pf_fragment`);
	const bytes = body!.pipeThrough(new DecompressionStream('gzip'));
	const content = (await new Response(bytes).text()).slice(pagefindSignature.length);
	const { url, content: text, meta, filters } = JSON.parse(content) as Fragment;
	return { url, title: meta.title, text, systems: filters.system ?? [] };
}

/** Ask whether a file is still the same, so that it never stands beside another build's: a number may have passed to another paper. */
async function fetchFresh(address: string): Promise<Response> {
	const response = await fetch(address, { cache: 'no-cache' });
	if (!response.ok) throw new Error(`${response.status} ${address}`);
	return response;
}
