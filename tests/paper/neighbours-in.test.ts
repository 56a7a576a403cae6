import { expect, test } from 'vitest';
import type { EntryView } from '../../src/model/digest-view.ts';
import type { PaperId } from '../../src/model/id.ts';
import type { PaperSummary } from '../../src/model/paper-view.ts';
import { neighboursIn } from '../../src/paper/neighbours-in.ts';

const entries = ['a', 'removed', 'b', 'b', 'c'].map((paper): EntryView => ({
	paper: paper as PaperId,
	status: 'new',
}));
const papers = new Map(
	['a', 'b', 'c'].map((id) => [id as PaperId, { id: id as PaperId } as PaperSummary]),
);

test.each([
	[1, undefined, 'b'],
	// What was removed is passed over, and so is the paper's own second place.
	[3, 'a', 'c'],
	[4, 'a', 'c'],
	[5, 'b', undefined],
])('the neighbours of place %i are %s and %s', (position, earlier, later) => {
	const found = neighboursIn({ entries }, position, papers);
	expect([found.earlier?.id, found.later?.id]).toEqual([earlier, later]);
});
