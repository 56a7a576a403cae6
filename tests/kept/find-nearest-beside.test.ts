import { expect, test } from 'vitest';
import { findNearestBeside } from '../../src/kept/find-nearest-beside.ts';
import { nearestTexts } from '../../src/pipeline/nearest.ts';
import { abstractNumber } from '../support/dumps.ts';
import { temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';

test.each([3, 1_200])('of %d papers a thread finds what would be found here', async (count) => {
	const texts = Array.from({ length: count }, (_, number) => ({
		title: `Question ${number % 7}`,
		abstract: abstractNumber(number),
	}));
	const find = findNearestBeside({ root, folder: await temporaryFolder() })(texts);
	expect(find()).toEqual(nearestTexts(texts).nearest);
});
