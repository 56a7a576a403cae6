import type { SearchEngine } from './engine.ts';
import { OtherBuildError } from './source.ts';

/**
 * An engine for a page that stays open. When the site is published anew, the files of the index that it began with
 * are gone, or do not go with those that it has not fetched yet: then it is opened again, and asked once more. Where
 * the network fails, what was fetched stays.
 */
export function createLastingEngine(open: () => SearchEngine): SearchEngine {
	let engine = open();
	const insist = async <Result>(ask: (engine: SearchEngine) => Promise<Result>) => {
		const asked = engine;
		try {
			return await ask(asked);
		} catch (error) {
			if (!(error instanceof OtherBuildError)) throw error;
			// Another question may have found it out before.
			if (engine === asked) engine = open();
			return ask(engine);
		}
	};
	return {
		ask: (state) => insist(({ ask }) => ask(state)),
		count: (answer, state) => insist(({ count }) => count(answer, state)),
		countAll: () => insist(({ countAll }) => countAll()),
		newestDay: () => insist(({ newestDay }) => newestDay()),
		namesFor: (query) => insist(({ namesFor }) => namesFor(query)),
		pagesFor: (query) => insist(({ pagesFor }) => pagesFor(query)),
		load: (paper) => insist(({ load }) => load(paper)),
	};
}
