import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectedSite } from '../../src/build/expected-site.ts';
import { checkSite } from '../../src/check/check-site.ts';
import { checkSums } from '../../src/check/sums.ts';
import { createArchiveSource } from '../../src/loaders/archive-source.ts';
import { address } from '../../src/model/address.ts';
import { breakages, seededRandom } from '../support/breakages.ts';
import { temporaryFolder } from '../support/folders.ts';
import { figure, isLong, times } from '../support/sizes.ts';
import { toyFolder, toyRepoSite } from '../support/toy-archive.ts';

/** What only the sums of the build can see: files that read well and say something else. */
const seenBySumsAlone = new Set([
	'cut a style sheet or script',
	'cut a file of data',
	'added a file',
	'swapped two texts of the index',
	'swapped two feeds',
	'swapped two tables of numbers',
	'weakened the numbers of a table',
]);

describe('T19: a site that was broken is found out', () => {
	test('by the check, which no breakage passes, and mostly without the sums of the build', async () => {
		const site = join(await temporaryFolder(), 'site');
		await cp(toyRepoSite().folder, site, { recursive: true });
		const archive = await createArchiveSource(toyFolder).read();
		const expected = expectedSite(archive, 'https://example.org/repo/');
		const sums = await readFile(join(site, address.manifest), 'utf8');
		const random = seededRandom(11);
		const kinds = breakages.filter((_, index) => isLong || index % 3 === 0);
		const count = times(kinds.length, 4 * kinds.length);
		const missed: string[] = [];
		const unread: string[] = [];
		for (let index = 0; index < count; index++) {
			const { kind, name, apply } = kinds[index % kinds.length]!;
			const mend = apply(site, random);
			const report = checkSite(site, expected);
			const changes = checkSums(sums, report.sums, address.manifest);
			if (report.findings.length === 0) unread.push(`${kind} ${name}`);
			if (report.findings.length + changes.length === 0) missed.push(`${kind} ${name}`);
			mend();
		}
		const caught = `${count} breakages of ${kinds.length} kinds, ${count - missed.length} found`;
		figure('T19', `${caught}, ${count - unread.length} of them without the sums`);
		expect(missed).toEqual([]);
		expect(unread.filter((name) => !seenBySumsAlone.has(name))).toEqual([]);
		expect(checkSite(site, expected).findings).toEqual([]);
	});
});
