import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sumSite } from '../../../scripts/ci/sum-site.ts';
import { verifySite } from '../../../scripts/ci/verify-site.ts';
import { callScript } from '../../support/call-script.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { serveSite } from '../../support/serve-site.ts';
import { writeSmallSite } from '../../support/small-site.ts';

async function publish() {
	const folder = await temporaryFolder();
	const site = await writeSmallSite(folder);
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

test('a page with other bytes, and one that is not there, are named', async () => {
	const { site, verify } = await publish();
	await appendFile(join(site, 'papers/k3v9q2x7mf/index.html'), ' ');
	await writeFile(join(site, 'index.html'), 'The site before');
	const { code, stderr } = await verify();
	expect(code).toBe(1);
	expect(stderr).toContain('index.html: other bytes than were built');
	expect(stderr).toContain('papers/k3v9q2x7mf/index.html: other bytes than were built');
});
