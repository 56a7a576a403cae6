import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRecords } from '../../src/check/read-data.ts';
import { readXml } from '../../src/check/read-xml.ts';
import { dataFiles } from '../../src/data/data-files.ts';
import { digestFeed, feedSizes, paperFeed } from '../../src/feeds/archive-feeds.ts';
import { atomFeed } from '../../src/feeds/atom-feed.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { feedList } from '../../src/feeds/opml.ts';
import { address } from '../../src/model/address.ts';
import { trendNames } from '../../src/model/trends.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { sitemapFiles } from '../../src/sitemap/sitemap-files.ts';
import { csv } from '../../src/trends/csv.ts';
import { trendTable } from '../../src/trends/trend-tables.ts';
import { emptyContent, ingestAll, reread } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { figure, times } from '../support/sizes.ts';

/** What is hard to write down in one format or another. */
const hard = [
	...Array.from(
		'\f\v\u0007\u007f\u0085\ufffe\uffff\ud800\udfff\u202e\u2066\u200b\ufeff\u2028😀é',
	),
	...Array.from('"\'`\\{},;\t%#$_^~'),
	'<b>',
	'</script>',
	']]>',
	'<!--',
	'&amp;',
	'&#0;',
	'&nbsp;',
	'=HYPERLINK("x")',
	'+1',
	'@x',
	'$x_1$',
	'\\(\\frac{1}{2}\\)',
	'\\hbox{<img src=x onerror=alert(1)>}',
	'javascript:alert(1)',
];
const hardText = fc
	.array(fc.oneof(fc.constantFrom(...hard), fc.string({ unit: 'binary', maxLength: 4 })), {
		minLength: 1,
		maxLength: 12,
	})
	.map((parts) => parts.join(' ').replaceAll(/[\n\r]/g, ' '));
const papers = fc.array(fc.tuple(hardText, hardText), { minLength: 1, maxLength: 4 });

const url = 'https://example.org/repo/';
const whole = (path: string) => url + path.slice(1);

/** The archive of a dump of such papers; `undefined` for a dump that ingest refuses. */
function archiveOf(texts: readonly (readonly [string, string])[]) {
	const dump = writeDump(
		'Mar 11',
		texts.map(([title, abstract], index) => [
			`Paper ${index} ${title}`,
			`${abstract} ${abstractNumber(index)} ${abstract}`,
		]),
	);
	try {
		return runPipeline(reread(ingestAll(emptyContent(), dump).content));
	} catch {
		return undefined;
	}
}

describe('T20: every export of every dump that is taken is well-formed', () => {
	test('XML, JSON Lines and CSV are read by strict readers, with every paper', async () => {
		let taken = 0;
		const runs = times(60, 5_000);
		await fc.assert(
			fc.asyncProperty(papers, async (texts) => {
				const archive = archiveOf(texts);
				if (!archive) return;
				taken++;
				const sizes = feedSizes(archive);
				const feeds = [
					[digestFeed(archive, whole), sizes.digests],
					[paperFeed(archive, whole), archive.papers.size],
				] as const;
				for (const [feed, records] of feeds) {
					expect(readXml(atomFeed(feed, url)).records).toBe(records);
					expect(JSON.parse(jsonFeed(feed, url)).items).toHaveLength(records);
				}
				readXml(feedList(archive, whole));
				const files = await dataFiles(archive, url);
				for (const [file, content] of files)
					if (/\.(?:jsonl?|csv)$/.test(file)) countRecords(file, String(content));
				const lines = String(gunzipSync(files.get(address.paperData)!));
				expect(countRecords('papers.jsonl', lines)).toBe(archive.papers.size);
				for (const [, text] of await sitemapFiles(archive, url))
					expect(readXml(text).records).toBeGreaterThan(0);
				for (const name of trendNames)
					countRecords(
						'table.csv',
						csv(trendTable(name, archive.trends, archive.papers)),
					);
			}),
			{ numRuns: runs },
		);
		expect(taken).toBeGreaterThan(runs / 2);
		figure('T20', `${runs} hostile dumps, ${taken} of them taken, all exports well-formed`);
	});
});
