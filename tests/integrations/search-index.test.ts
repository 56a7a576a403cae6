import { describe, expect, test } from 'vitest';
import { writeIndex } from '../../src/integrations/search-index.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { emptyContent, ingestAll } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug'];

describe('writeIndex', () => {
	test('gives the same bytes each time', async () => {
		const dumps = months.map((month, index) =>
			writeDump(`${month} 1`, [
				[`Paper ${index}`, abstractNumber(index)],
				['Often seen', abstractNumber(99)],
			]),
		);
		const { papers } = runPipeline(ingestAll(emptyContent(), ...dumps).content);
		const folder = await temporaryFolder();
		const sums = [];
		// In the order of a hash map, eight values come out alike once in 40,320 times.
		for (let run = 0; run < 3; run++) {
			await writeIndex(papers, folder);
			sums.push(await fingerprint(folder));
		}
		expect(sums[1]).toEqual(sums[0]);
		expect(sums[2]).toEqual(sums[0]);
	});
});
