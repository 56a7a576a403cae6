import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';

/** A page of a built site. */
export interface BuiltPage {
	/** From the root of the site, e.g. `/papers/k3v9q2x7mf/`. */
	readonly address: string;
	readonly html: string;
	readonly $: CheerioAPI;
}

/** Every file of a built site, from its root, with `/` between folders. */
export function listFiles(site: string): string[] {
	return readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(
			({ parentPath, name }) =>
				`/${relative(site, join(parentPath, name)).split(sep).join('/')}`,
		)
		.toSorted();
}

/** Every page of a built site; each is parsed when it is first asked for. */
export function readPages(site: string): BuiltPage[] {
	return listFiles(site)
		.filter((file) => file.endsWith('.html'))
		.map((file) => readPage(file.replace(/index\.html$/, ''), join(site, file)));
}

function readPage(address: string, file: string): BuiltPage {
	const html = readFileSync(file, 'utf8');
	let $: CheerioAPI | undefined;
	return {
		address,
		html,
		get $() {
			return ($ ??= load(html));
		},
	};
}
