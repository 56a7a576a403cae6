import { describe, expect, test } from 'vitest';
import { lastChanges } from '../../src/sitemap/last-changes.ts';
import { sitemapFiles } from '../../src/sitemap/sitemap-files.ts';
import type { DigestId, PaperId } from '../../src/model/id.ts';
import type { DigestView } from '../../src/model/digest-view.ts';
import type { SystemView, TopicView } from '../../src/model/name-view.ts';
import type { PaperView } from '../../src/model/paper-view.ts';
import type { ArchiveView } from '../../src/model/view.ts';

type Shown = Pick<ArchiveView, 'digests' | 'papers' | 'systems' | 'topics' | 'letters' | 'years'>;

const empty: Shown = {
	digests: new Map(),
	papers: new Map(),
	systems: new Map(),
	topics: new Map(),
	letters: [],
	years: [],
};

/** As much of an archive as a sitemap looks at. */
const viewOf = (shown: Partial<Shown>) => ({ ...empty, ...shown }) as ArchiveView;

const papers = new Map(
	[
		['one', '2024-12-31', '2025-03-12'],
		['two', '2025-03-11', '2025-03-11'],
		['three', '2025-03-12', '2025-03-12'],
	].map(([id, firstSeen, lastSeen]) => [
		id as PaperId,
		{ id, firstSeen, lastSeen } as unknown as PaperView,
	]),
);
const digests = new Map(
	['2024-12-31', '2025-03-11', '2025-03-12'].map((id) => [
		id as DigestId,
		{ id, day: id } as unknown as DigestView,
	]),
);
const years = [
	{ id: '2024', months: [{ id: '2024-12', digests: ['2024-12-31' as DigestId] }] },
	{
		id: '2025',
		months: [{ id: '2025-03', digests: ['2025-03-12', '2025-03-11'] as DigestId[] }],
	},
];
const topic = (slug: string, ids: readonly string[], pages?: TopicView['pages']) =>
	[slug, { slug, papers: ids, pages } as TopicView] as const;
const system = (slug: string, ids: readonly string[], forwardsTo?: string) =>
	[
		slug,
		{ slug, mentions: ids.map((paper) => ({ paper })), forwardsTo } as unknown as SystemView,
	] as const;

const archive = viewOf({
	papers,
	digests,
	years,
	letters: [
		{ id: 'o', papers: ['one' as PaperId] },
		{ id: 'z', papers: [] },
	],
	systems: new Map([system('hydra', ['two', 'one']), system('lone', ['one'], 'one')]),
	topics: new Map([
		topic('caches', ['two', 'one']),
		topic('birds', ['three', 'two', 'one'], 'years'),
		topic('stars', ['three', 'two'], 'months'),
	]),
});

describe('lastChanges', () => {
	const changes = lastChanges(archive);
	const change = (address: string) => [changes.has(address), changes.get(address)];

	test.each([
		// Indexes change with the latest digest, prose with nothing.
		['/', '2025-03-12'],
		['/trends/', '2025-03-12'],
		['/about/', undefined],
		// A paper when it was printed last, all that lists it when it was new.
		['/papers/one/', '2025-03-12'],
		['/papers/two/', '2025-03-11'],
		['/papers/o/', '2024-12-31'],
		['/papers/z/', undefined],
		['/systems/hydra/', '2025-03-11'],
		['/topics/caches/', '2025-03-11'],
		['/topics/birds/', '2025-03-12'],
		['/topics/birds/2024/', '2024-12-31'],
		['/topics/birds/2025/', '2025-03-12'],
		['/topics/stars/2025/', '2025-03-12'],
		['/topics/stars/2025/03/', '2025-03-12'],
		// The calendar.
		['/digests/2025-03-11/', '2025-03-11'],
		['/digests/2025/03/', '2025-03-12'],
		['/digests/2024/', '2024-12-31'],
		['/digests/2025/', '2025-03-12'],
	])('%s changed %s', (address, day) => {
		expect(change(address)).toEqual([true, day]);
	});

	test.each([
		// It forwards, shows nothing, is not there, or is not for search engines.
		['/systems/lone/'],
		['/topics/stars/2024/'],
		['/topics/birds/2025/03/'],
		['/topics/caches/2025/'],
		['/search/'],
		['/saved/'],
	])('%s is not listed', (address) => {
		expect(changes.has(address)).toBe(false);
	});
});

describe('sitemapFiles', () => {
	test('lists every page with its day, in the order of the addresses, and its parts', async () => {
		const files = await sitemapFiles(archive, 'https://example.org/repo/');
		expect([...files.keys()]).toEqual(['/sitemap-0.xml', '/sitemap-index.xml']);
		const part = files.get('/sitemap-0.xml')!;
		const urls = [...part.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!);
		expect(urls).toEqual(urls.toSorted());
		expect(urls).toHaveLength(lastChanges(archive).size);
		expect(part).toContain(
			'<url><loc>https://example.org/repo/papers/two/</loc><lastmod>2025-03-11</lastmod></url>',
		);
		expect(part).toContain('<url><loc>https://example.org/repo/about/</loc></url>');
		expect(files.get('/sitemap-index.xml')).toContain(
			'<loc>https://example.org/repo/sitemap-0.xml</loc>',
		);
	});

	test('has one part for an archive without papers', async () => {
		const files = await sitemapFiles(viewOf({}), 'https://example.org/');
		expect([...files.keys()]).toEqual(['/sitemap-0.xml', '/sitemap-index.xml']);
	});

	test('begins another part where one is full', async () => {
		const pages = lastChanges(archive).size;
		const sizes = async (most: number) => {
			const files = await sitemapFiles(archive, 'https://example.org/', [], most);
			return [...files.values()].slice(0, -1).map((text) => text.split('<loc>').length - 1);
		};
		expect(await sizes(pages)).toEqual([pages]);
		expect(await sizes(pages - 1)).toEqual([pages - 1, 1]);
		const half = Math.ceil(pages / 2);
		expect(await sizes(half)).toEqual([half, pages - half]);
	});
});
