import { describe, expect, test } from 'vitest';
import { paperLinks } from '../../../src/enrich/view/paper-links.ts';
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
