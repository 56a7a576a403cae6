import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { browserPath } from './launch-browser.ts';
import { root, runScript, type ScriptResult } from './run-script.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Folder of the toy archive's site, built for `/`. */
		site: string;
		/** Folder of the toy archive's site, built for `/repo/`. */
		repoSite: string;
		/** Folder of the toy archive's site in German, built for `/de/`. */
		germanSite: string;
		/** The archive's own content, and how building its site for `/` ended. */
		live: { readonly content: string; readonly site: string; readonly build: ScriptResult };
	}
}

const toyArchive = join(root, 'tests/fixtures/toy-archive');

/** Build the sites that tests read, once for all of them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'offprint-sites-'));
	const out = (name: string) => join(folder, name);
	const content = resolve(root, process.env['OFFPRINT_CONTENT'] ?? 'content');
	// Both have the same pages, if the archive has no settings: the second one finds them compiled.
	const buildAtRoot = async () => {
		const live = await runScript('build', [
			'--content',
			content,
			'--out',
			out('live'),
			'--base',
			'/',
		]);
		await buildToyArchive(out('site'), '/', 'https://offprint.example');
		return live;
	};
	const [live] = await Promise.all([
		buildAtRoot(),
		buildToyArchive(out('repo'), '/repo/', 'https://example.org'),
		buildGerman(out('german-content'), out('de')),
		// Unpacked before several files of tests want it at once.
		browserPath(),
	]);
	provide('site', out('site'));
	provide('repoSite', out('repo'));
	provide('germanSite', out('de'));
	provide('live', { content, site: out('live'), build: live });
	return () => rm(folder, { recursive: true, force: true });
}

async function buildGerman(content: string, out: string): Promise<void> {
	await cp(toyArchive, content, { recursive: true });
	await writeFile(join(content, 'site.yaml'), 'language: de\nname: Sonderdruck\n');
	await buildToyArchive(out, '/de/', 'https://example.org', content);
}

async function buildToyArchive(
	out: string,
	base: string,
	site: string,
	content = toyArchive,
): Promise<void> {
	const options = ['--content', content, '--out', out, '--base', base, '--site', site];
	const { code, stderr } = await runScript('build', options);
	if (code !== 0) throw new Error(`The toy archive does not build:\n${stderr}`);
}
