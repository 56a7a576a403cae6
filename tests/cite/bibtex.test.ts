import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBibtex } from '../../src/cite/bibtex.ts';
import type { CitedPaper } from '../../src/cite/cited-paper.ts';
import { readBibtex } from '../support/read-bibtex.ts';

const paper: CitedPaper = {
	key: 'k3v9q2x7mf',
	title: 'H₂O: 50% & more',
	titleTex: 'H$_2$O: 50\\% \\& more',
	url: 'https://example.org/repo/papers/k3v9q2x7mf/',
	note: 'First seen in the digest of 11 March 2025',
	accessed: '2026-05-03',
};

test('an entry has what is known of a paper, and no author and no year', () => {
	expect(formatBibtex([paper])).toBe(`@misc{k3v9q2x7mf,
	title        = {{H$_2$O: 50\\% \\& more}},
	howpublished = {\\url{https://example.org/repo/papers/k3v9q2x7mf/}},
	url          = {https://example.org/repo/papers/k3v9q2x7mf/},
	urldate      = {2026-05-03},
	note         = {First seen in the digest of 11 March 2025},
}
`);
});

test('without a title in TeX, or with one whose braces are not in pairs, the plain one is escaped', () => {
	for (const titleTex of [undefined, 'H$_{2$O', '}, author = {Nobody']) {
		const [entry] = readBibtex(formatBibtex([{ ...paper, titleTex }]));
		expect(entry!.fields['title']).toBe('{H$_{2}$O: 50\\% \\& more}');
	}
});

test('whatever the titles hold, the file has these entries with these fields', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'binary' })), (titles) => {
			const papers = titles.map((title) => ({ ...paper, title, titleTex: title }));
			const entries = readBibtex(formatBibtex(papers));
			expect(entries).toHaveLength(titles.length);
			for (const { type, key, fields } of entries) {
				expect([type, key]).toEqual(['misc', paper.key]);
				expect(Object.keys(fields)).toEqual([
					'title',
					'howpublished',
					'url',
					'urldate',
					'note',
				]);
			}
		}),
	);
});
