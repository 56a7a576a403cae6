import { resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { check } from '../scripts/check.ts';
import type { SiteReport } from '../src/check/check-site.ts';
import { readContent } from '../src/disk/content-folder.ts';
import { readArchive } from '../src/pipeline.ts';
import { readSite } from './support/built-site.ts';
import { alikeNames } from './support/alike-names.ts';
import { callScript } from './support/call-script.ts';
import { fingerprint } from './support/folders.ts';
import { readDigests, readIds } from './support/read-content.ts';
import { expectEntries } from './support/received-texts.ts';

// Laws only: whatever a fork puts into `content/`, and whatever the feed prints next, they hold.
describe('the archive’s own content', () => {
	const { content, site: folder, build } = inject('live');

	test('builds', () => {
		expect(build.code, build.stderr).toBe(0);
	});

	test('has a site of which `npm run check` finds nothing wrong', async () => {
		const parameters = ['--out', folder, '--content', content, '--json'];
		const { code, stdout } = await callScript(check, parameters);
		const { findings } = JSON.parse(stdout) as SiteReport;
		// A site that will soon be too large for its host is warned of, and published.
		expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(code).toBe(0);
	});

	test('has every entry of every dump on its digest’s page, in its order, with its exact text behind it', async () => {
		const { text } = readArchive(await readContent(resolve(content)));
		const decided = new Set<string>(text.map(({ paper }) => paper));
		expectEntries(readSite(folder, '/', ''), readDigests(content), decided);
	});

	test('has no two files that a Mac or Windows would take for one', async () => {
		expect(alikeNames(readSite(folder, '/', '').files)).toEqual([]);
		expect(alikeNames(Object.keys(await fingerprint(content)))).toEqual([]);
	});

	test('answers at the address of every id of its ledger', () => {
		const site = readSite(folder, '/', '');
		const missing = readIds(content).filter((id) => !site.answer(`/papers/${id}/`));
		expect(missing).toEqual([]);
	});
});
