import { describe, expect, test } from 'vitest';
import { paperLinks } from '../../../src/enrich/view/paper-links.ts';
import { paperFacts } from '../../support/paper-facts.ts';
import { restore } from '../../support/lexicon.ts';

describe('a link is of a kind by its host', () => {
	test.each([
		['https://gitlab.com/a/b', 'code'],
		['https://anonymous.4open.science/r/a', 'code'],
		['https://zenodo.org/record/1', 'data'],
		['https://www.kaggle.com/datasets/a/b', 'data'],
		['https://physionet.org/content/a/1.0/', 'data'],
		['https://huggingface.co/datasets/a/b', 'data'],
		['https://huggingface.co/a/b', 'model'],
		['https://huggingface.co/spaces/a/b', 'project'],
		['https://huggingface.co/a', 'project'],
		['https://a.github.io/b', 'project'],
		// Of a host that only ends in the same letters.
		['https://notzenodo.org/record/1', 'project'],
		// Papers, not what papers come with.
		['https://doi.org/10.1000/1', undefined],
		['https://huggingface.co/papers/2501.00001', undefined],
	])('%s: %s', (url, kind) => {
		expect(paperLinks(restore(`It is at ${url}`).spans)).toEqual(kind ? [{ url, kind }] : []);
	});
});

test('every link that a person found is found, and no other', () => {
	const bare = (url: string) => url.replace(/\.git$|\/$/g, '');
	for (const { title, abstract, links } of paperFacts) {
		const found = paperLinks(restore(abstract).spans).map(({ url }) => bare(url));
		expect(found.toSorted(), title).toEqual(links.map(bare).toSorted());
	}
});

test.each([
	['at https://github.com/a/b.git.', [{ url: 'https://github.com/a/b', kind: 'code' }]],
	[
		'at https://a.github.io/ and http://www.a.github.io',
		[{ url: 'https://a.github.io/', kind: 'project' }],
	],
	['see https://arxiv.org/abs/2501.00001', []],
])('%s', (text, links) => {
	expect(paperLinks(restore(text).spans)).toEqual(links);
});
