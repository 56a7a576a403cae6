import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { root, runScript } from '../support/run-script.ts';
import { figure, isLong } from '../support/sizes.ts';
import { toyFolder, toyRepoSite } from '../support/toy-archive.ts';

describe.runIf(isLong)('from the preserved file alone', () => {
	test('the site of this archive is rebuilt, the same bytes', async () => {
		const { content, site } = inject('live');
		expect(await rebuild(content, ['--base', '/'])).toEqual(await fingerprint(site));
	});

	test('the site of the toy archive is rebuilt, the same bytes', async () => {
		const { folder, base, origin } = toyRepoSite();
		const options = ['--base', base, '--site', origin];
		expect(await rebuild(toyFolder, options)).toEqual(await fingerprint(folder));
	});
});

/**
 * Preserve, unpack, verify and build as `docs/preservation.md` says, with the packages that are here.
 * Gives the SHA-256 of every file of the site.
 */
async function rebuild(
	content: string,
	options: readonly string[],
): Promise<Record<string, string>> {
	const place = await temporaryFolder();
	const file = join(place, 'archive.tar');
	const { code } = await runScript('preserve', ['--content', content, '--out', file]);
	expect(code).toBe(0);
	execFileSync('tar', ['-xf', file, '--strip-components=1', '-C', place]);
	execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: place });
	symlinkSync(join(root, 'node_modules'), join(place, 'code/node_modules'), 'junction');
	execFileSync(
		process.execPath,
		['scripts/build.ts', '--content', '../content', '--out', '../html', ...options],
		{ cwd: join(place, 'code'), stdio: ['ignore', 'ignore', 'inherit'] },
	);
	const built = await fingerprint(join(place, 'html'));
	figure('T6', `${Object.keys(built).length} files rebuilt from the preserved file alone`);
	return built;
}
