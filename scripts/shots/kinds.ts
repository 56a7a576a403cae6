import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a kind of page is found by: its path, and something that it has in it. */
interface Kind {
	readonly path: RegExp;
	readonly has?: RegExp;
	/** The one at the end of the list of addresses, not the one at its beginning. */
	readonly last?: true;
}

const paper = /^papers\/[0-9a-z]{10}\/$/;
const digest = /^digests\/\d{4}-\d\d-\d\d[^/]*\/$/;
const tombstone = /class="rows removal"/;

const kinds: Readonly<Record<string, Kind>> = {
	digest: { path: digest, has: /class="rows entries/, last: true },
	'first-digest': { path: digest, has: /class="rows entries/ },
	'withdrawn-digest': { path: digest, has: tombstone },
	month: { path: /^digests\/\d{4}\/\d\d\/$/, last: true },
	year: { path: /^digests\/\d{4}\/$/, last: true },
	paper: { path: paper, has: /class="colophon"/ },
	'formula-paper': { path: paper, has: /<math/ },
	'restored-paper': { path: paper, has: /id="as-received"/ },
	'returning-paper': { path: paper, has: /(?:class="back" cx=.*){2}/s },
	'revised-paper': { path: paper, has: /id="changes"/ },
	'retitled-paper': { path: paper, has: /class="revised"[^]*?<q>/ },
	'removed-paper': { path: paper, has: tombstone },
	letter: { path: /^papers\/m\/$/ },
	system: { path: /^systems\/[^/]{2,}\/$/, has: /class="with-aside"/ },
	'gone-system': { path: /^systems\/[^/]{2,}\/$/, has: /class="prose"/ },
	topic: { path: /^topics\/[^/]{2,}\/$/, has: /class="with-aside"/ },
	'gone-topic': { path: /^topics\/[^/]{2,}\/$/, has: /class="prose"/ },
	'topic-year': { path: /^topics\/[^/]+\/\d{4}\/$/, last: true },
	'topic-month': { path: /^topics\/[^/]+\/\d{4}\/\d\d\/$/, last: true },
	question: { path: /^watch\/[^/]+\/$/, has: /class="rows/ },
};

/** Pages that every archive has. */
const fixed: Readonly<Record<string, string>> = {
	home: '',
	digests: 'digests/',
	papers: 'papers/',
	systems: 'systems/',
	topics: 'topics/',
	code: 'code/',
	trends: 'trends/',
	questions: 'watch/',
	feeds: 'feeds/',
	data: 'data/',
	about: 'about/',
	search: 'search/',
	saved: 'saved/',
	missing: 'papers/attention-is-all-you-need/',
};

const offline = 'offline/';

// What only sends its reader on is no page to look at.
const forwardRe = /http-equiv="refresh"/;

/** A page of each kind that a built site has, by name, each with its path from the root: `digests/2025-04-28/`. */
export async function kindsOf(folder: string): Promise<Readonly<Record<string, string>>> {
	const urls = String(await readFile(join(folder, 'urls.txt'))).split('\n');
	const paths = urls.map((line) => line.slice(1)).filter((path) => path.endsWith('/'));
	const found: Record<string, string> = { ...fixed };
	// Only where the settings keep pages for reading without a network; nobody is promised it.
	if (existsSync(join(folder, offline))) found['offline'] = offline;
	for (const [name, kind] of Object.entries(kinds)) {
		const path = await findPage(folder, paths, kind);
		if (path !== undefined) found[name] = path;
	}
	return found;
}

async function findPage(
	folder: string,
	paths: readonly string[],
	{ path: pathRe, has, last }: Kind,
): Promise<string | undefined> {
	const fitting = paths.filter((path) => pathRe.test(path));
	for (const path of last ? fitting.toReversed() : fitting) {
		const html = String(await readFile(join(folder, path, 'index.html')));
		if (!forwardRe.test(html) && (has === undefined || has.test(html))) return path;
	}
	return undefined;
}
