import { describe, expect, test } from 'vitest';
import { abstractNumber } from '../support/dumps.ts';
import { feedServer } from '../support/feed-server.ts';
import { temporaryFolder } from '../support/folders.ts';
import { startRehearsal } from '../support/rehearsal.ts';
import { isLong } from '../support/sizes.ts';

describe.runIf(isLong)('a run of the workflow', () => {
	test('asks the feed for its last days where that is turned on, and for nothing where it is not', async () => {
		const rehearsal = await startRehearsal(await temporaryFolder());
		const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
		const list = JSON.stringify([
			{ paper: { id: '2604.00001', title: 'Listed', summary: abstractNumber(7) } },
		]);
		const feed = await feedServer({ [`/${yesterday}`]: (response) => response.end(list) });
		await rehearsal.upload({ '../site.yaml': `feed: { address: "${feed.url}/{day}" }\n` });
		await rehearsal.takeUp(rehearsal.clone());
		expect(feed.asked).toEqual([]);
		const { code, summary } = await rehearsal.takeUp(rehearsal.clone(), {
			OFFPRINT_FETCH: 'true',
		});
		// Of the two days before it this feed knows nothing, which is told and holds up nothing.
		expect([code, feed.asked.length]).toEqual([0, 3]);
		expect(summary).toContain('### The feed did not give all days');
		expect(rehearsal.subjects()[0]).toBe(`Ingest ${yesterday}: 1 new paper, 0 known`);
		await rehearsal.takeUp(rehearsal.clone(), { OFFPRINT_FETCH: 'true' });
		expect(rehearsal.subjects()).toHaveLength(3);
	});
});
