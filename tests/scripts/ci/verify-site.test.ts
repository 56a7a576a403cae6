import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sumSite } from '../../../scripts/ci/sum-site.ts';
import { verifySite } from '../../../scripts/ci/verify-site.ts';
import { address } from '../../../src/model/address.ts';
import { callScript } from '../../support/call-script.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { serveSite } from '../../support/serve-site.ts';
import { writeSmallSite } from '../../support/small-site.ts';

/** Publish a small site, with another file if one is named. */
async function publish(more?: string) {
	const folder = await temporaryFolder();
	const site = await writeSmallSite(folder);
	if (more !== undefined) {
		await mkdir(dirname(join(site, more)), { recursive: true });
		await writeFile(join(site, more), '{}');
	}
	const sums = join(folder, 'site.sha256');
	await callScript(sumSite, ['--out', site, '--to', sums]);
	const served = await serveSite(site, '/repo/');
	onTestFinished(() => served.close());
	const quick = ['--rounds', '2', '--pause', '0.01'];
	const verify = (...options: string[]) =>
		callScript(verifySite, ['--url', served.url, '--sums', sums, ...quick, ...options]);
	return { site, verify };
}

test('a published site that is the one that was built passes, by sample and whole', async () => {
	const { verify } = await publish();
	expect(await verify()).toMatchObject({ code: 0, stdout: '6 of 13 files compared, 0 differ\n' });
	expect(await verify('--all')).toMatchObject({
		code: 0,
		stdout: '13 of 13 files compared, 0 differ\n',
	});
});

test('a file of the search index with other bytes is named, also by a sample', async () => {
	const { site, verify } = await publish(`${address.index}terms.json`);
	await appendFile(join(site, address.index, 'terms.json'), ' ');
	const { code, stderr } = await verify();
	expect(code).toBe(1);
	expect(stderr).toContain('search-index/terms.json: other bytes than were built');
});

test('a page with other bytes, and one that is not there, are named', async () => {
	const { site, verify } = await publish();
	await appendFile(join(site, 'papers/k3v9q2x7mf/index.html'), ' ');
	await writeFile(join(site, 'index.html'), 'The site before');
	const { code, stderr } = await verify();
	expect(code).toBe(1);
	expect(stderr).toContain('index.html: other bytes than were built');
	expect(stderr).toContain('papers/k3v9q2x7mf/index.html: other bytes than were built');
});
