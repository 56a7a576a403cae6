import { describe, expect, test } from 'vitest';
import { yearFinder } from '../../src/build/page-year.ts';
import type { ArchiveView } from '../../src/model/view.ts';

const yearOf = yearFinder({
	papers: new Map([
		['aaaaaaaaaa', { firstSeen: '2023-11-30' }],
		['bbbbbbbbbb', { firstSeen: '2025-01-01' }],
	]),
	systems: new Map([['mamba-2', { mentions: [{ paper: 'bbbbbbbbbb' }] }]]),
	topics: new Map([['diffusion', { papers: ['aaaaaaaaaa', 'bbbbbbbbbb'] }]]),
} as unknown as ArchiveView);

describe('the year of a page', () => {
	test.each([
		// Of a digest, or of days.
		['/digests/2024-02-29-2/', '2024'],
		['/digests/2025/', '2025'],
		['/digests/2025/03/', '2025'],
		['/cite/2025-03-11.bib', '2025'],
		['/cards/digests/2025-03-11.png', '2025'],
		['/topics/diffusion/2025/03/', '2025'],
		// In which its paper, system or topic was first seen.
		['/papers/aaaaaaaaaa/', '2023'],
		['/systems/mamba-2/2/', '2025'],
		['/feeds/systems/mamba-2.xml', '2025'],
		['/topics/diffusion/', '2023'],
		['/cards/topics/diffusion.png', '2023'],
		// What spans years, or is of no paper that is shown, has none.
		['/', undefined],
		['/digests/', undefined],
		['/papers/a/2/', undefined],
		['/papers/cccccccccc/', undefined],
		['/systems/by-letter/m/', undefined],
		['/feeds/papers.xml', undefined],
		['/watch/2025/', undefined],
	])('%s: %s', (path, year) => {
		expect(yearOf(path)).toBe(year);
	});
});
