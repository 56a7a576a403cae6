import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { licences } from '../../scripts/licences.ts';
import { callScript } from '../support/call-script.ts';
import { temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';
import { listFiles } from '../support/site-pages.ts';

/** What is said of a lockfile with these packages, by the folders that they are in. */
async function judge(packages: Readonly<Record<string, object>>) {
	const lockfile = join(await temporaryFolder(), 'package-lock.json');
	await writeFile(lockfile, JSON.stringify({ packages: { '': {}, ...packages } }));
	return callScript(licences, ['--lockfile', lockfile]);
}

test('every package that a build uses has a licence that allows it', async () => {
	const { code, stdout, stderr } = await callScript(licences, []);
	expect([code, stderr]).toEqual([0, '']);
	expect(stdout).toMatch(/^MIT, \d+ packages: .*\n {2}.*\bastro 7/m);
	expect(stdout).toMatch(/^\d+ packages, each under a licence that allows this use$/m);
});

test.each([
	['MIT', 0],
	['(MIT OR GPL-3.0-only)', 0],
	['GPL-3.0-only OR MIT AND ISC', 0],
	['Apache-2.0 AND LGPL-3.0-or-later', 0],
	['MIT AND CC-BY-NC-4.0', 1],
	['GPL-3.0-only', 1],
	['SEE LICENSE IN LICENSE.md', 1],
	['UNLICENSED', 1],
	[undefined, 1],
])('licence %s ends with %i', async (license, code) => {
	const result = await judge({ 'node_modules/@a/b': { version: '1.0.0', license } });
	expect(result.code).toBe(code);
	expect(code === 0 ? result.stdout : result.stderr).toContain('@a/b 1.0.0');
});

test('what only development needs is not asked', async () => {
	const result = await judge({
		'node_modules/a': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
	});
	expect([result.code, result.stdout]).toEqual([0, expect.stringMatching(/^0 packages/)]);
});

// `import { a } from './b.ts'`, `import './b.ts'`, `import('./b.ts')`
const loadRe = /(?:^\s*import |\bfrom |\bimport\()'([^'\s]+)'/gm;
// `import type { A } from './b.ts';`, which nobody loads
const typeRe = /^(?:import|export) type [^;]*;/gm;
const scriptRe = /<script>(.*?)<\/script>/gs;

/** The packages that a module loads, it and all that it loads itself. */
function packagesOf(file: string, text: string, seen: Set<string>): string[] {
	return [...text.replaceAll(typeRe, '').matchAll(loadRe)].flatMap(([, loaded = '']) => {
		if (!loaded.startsWith('.')) return loaded;
		const path = join(dirname(file), loaded.replace(/\?.*/, ''));
		if (seen.has(path)) return [];
		seen.add(path);
		return packagesOf(path, readFileSync(path, 'utf8'), seen);
	});
}

test('readers load no code of a package, so there is no notice to pass on', () => {
	const seen = new Set<string>();
	const packages = listFiles(join(root, 'src'))
		.filter((file) => file.endsWith('.astro'))
		.flatMap((file) => {
			const path = join(root, 'src', file);
			const scripts = [...readFileSync(path, 'utf8').matchAll(scriptRe)];
			return packagesOf(path, scripts.map(([, script]) => script).join('\n'), seen);
		});
	expect(packages).toEqual([]);
	expect([...seen]).toContain(join(root, 'src/search/engine/engine.ts'));
});
