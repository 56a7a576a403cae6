import { expect, test } from 'vitest';
import { digestTopics } from '../../src/digests/digest-topics.ts';
import type { EntryView } from '../../src/model/digest-view.ts';
import type { PaperId } from '../../src/model/id.ts';

const entries = ['a', 'b', 'c'].map((paper) => ({ paper }) as unknown as EntryView);
const vision = { slug: 'vision', name: 'vision' };
// Of too few papers of the archive for a page.
const video = { slug: 'video models', name: 'video models', isLabel: true };
const papers = new Map([
	['a' as PaperId, { topics: [vision, video] }],
	['b' as PaperId, { topics: [video, { slug: 'speech', name: 'speech' }] }],
	['c' as PaperId, { topics: [vision] }],
]);

test('the topics of a digest are those that two of its papers share, and tell which have no page', () => {
	expect(digestTopics(entries, papers, 8)).toEqual([
		{ ...video, papers: 2 },
		{ ...vision, papers: 2 },
	]);
	expect(digestTopics(entries, papers, 1)).toEqual([{ ...video, papers: 2 }]);
});
