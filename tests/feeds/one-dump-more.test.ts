import { expect, test } from 'vitest';
import { citeDigest } from '../../src/cite/cite-papers.ts';
import { dataFiles } from '../../src/data/data-files.ts';
import { atomFeed } from '../../src/feeds/atom-feed.ts';
import { digestFeed, paperFeed } from '../../src/feeds/archive-feeds.ts';
import { topicFeed } from '../../src/feeds/name-feeds.ts';
import { address, citationEndings } from '../../src/model/address.ts';
import type { Content } from '../../src/model/content.ts';
import type { ArchiveView } from '../../src/model/view.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { emptyContent, ingestAll, reread } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const url = 'https://example.org/repo/';
const whole = (path: string) => url + path.slice(1);

/** A topic of the papers whose titles have a word. */
function topicOf(word: string, { papers }: ArchiveView) {
	const ids = [...papers.values()].filter(({ title }) => title.includes(word));
	return { slug: word, name: word, papers: ids.map(({ id }) => id), neighbours: [] };
}

/** What programs read of some content, by address. */
async function filesOf(content: Content): Promise<Map<string, string>> {
	const archive = runPipeline(reread(content));
	const feed = atomFeed(digestFeed(archive, whole), whole(address.digestFeed));
	const papers = atomFeed(paperFeed(archive, whole), whole(address.paperFeed));
	return new Map([
		...Array.from(await dataFiles(archive, url), ([path, text]): [string, string] => [
			path,
			String(text),
		]),
		[address.digestFeed, feed],
		[address.paperFeed, papers],
		...['Alpha', 'Beta'].map((word): [string, string] => [
			address.topicFeed(word),
			atomFeed(topicFeed(topicOf(word, archive), archive, whole), url),
		]),
		...[...archive.digests.values()].flatMap((digest) =>
			citationEndings.map((ending): [string, string] => [
				address.citations(digest.id, ending),
				citeDigest(digest, archive.papers, ending, whole),
			]),
		),
	]);
}

test('a dump more changes only what tells of it', async () => {
	const first = ingestAll(
		emptyContent(),
		writeDump('Mar 11', [
			['Alpha Rays', abstractNumber(1)],
			['Beta Rays', abstractNumber(2)],
		]),
	);
	const second = ingestAll(
		first.content,
		writeDump('Mar 13', [
			['Alpha Particles', abstractNumber(3)],
			['Beta Rays', abstractNumber(2)],
		]),
	);
	const before = await filesOf(first.content);
	const after = await filesOf(second.content);
	const changed = [...before].filter(([path, text]) => after.get(path) !== text);
	expect(changed.map(([path]) => path).toSorted()).toEqual([
		'/api/v1/index.json',
		'/data/archive.sqlite.gz',
		'/data/datapackage.json',
		'/data/digests.jsonl',
		'/data/papers.csv',
		'/data/papers.jsonl.gz',
		'/data/papers.parquet',
		'/feeds/digests.xml',
		'/feeds/papers.xml',
		// And not that of Beta, of which a paper was only seen again.
		'/feeds/topics/Alpha.xml',
		'/llms.txt',
	]);
	expect([...after.keys()].filter((path) => !before.has(path))).toEqual([
		'/cite/2025-03-13.bib',
		'/cite/2025-03-13.ris',
		'/cite/2025-03-13.json',
	]);
	// An entry that was there is there as it was.
	const entryRe = /<entry>.*?<\/entry>/gs;
	const kept = after.get('/feeds/papers.xml')!;
	for (const [entry] of before.get('/feeds/papers.xml')!.matchAll(entryRe))
		expect(kept).toContain(entry);
});
