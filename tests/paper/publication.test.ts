import { describe, expect, test } from 'vitest';
import { citationTags, publicationData } from '../../src/paper/publication.ts';
import type { Day } from '../../src/model/id.ts';
import { findLinks } from '../../src/paper/searches-elsewhere.ts';

const known = {
	title: 'A Title',
	authors: ['Ada Reader', 'Bo </script> Writer'],
	arxiv: '2502.07870',
	published: '2025-02-11' as Day,
};

describe('a paper’s publication', () => {
	test('is told to reference managers as far as it is known', () => {
		expect(citationTags(known)).toEqual([
			['citation_author', 'Ada Reader'],
			['citation_author', 'Bo </script> Writer'],
			['citation_publication_date', '2025/02/11'],
			['citation_arxiv_id', '2502.07870'],
			['citation_pdf_url', 'https://arxiv.org/pdf/2502.07870'],
		]);
		expect(citationTags({})).toEqual([]);
	});

	test('is told to search engines as far as it is known', () => {
		const url = 'https://example.org/papers/k3v9q2x7mf/';
		const data = publicationData(known, url)!;
		expect(data).not.toContain('</script');
		expect(JSON.parse(data)).toMatchObject({
			'@id': url,
			author: known.authors.map((name) => ({ name })),
			datePublished: '2025-02-11',
			sameAs: 'https://arxiv.org/abs/2502.07870',
		});
		expect(publicationData({ title: 'A Title' }, url)).toBeUndefined();
	});
});

test('a paper whose id on arXiv is known is not searched for there', () => {
	expect(findLinks('A Title', '2502.07870').slice(0, 2)).toEqual([
		{ name: 'arXiv', url: 'https://arxiv.org/abs/2502.07870' },
		{ name: 'Hugging Face Papers', url: 'https://huggingface.co/papers/2502.07870' },
	]);
});
