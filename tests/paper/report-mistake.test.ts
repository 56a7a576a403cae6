import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { mistakeLink } from '../../src/paper/report-mistake.ts';
import { root } from '../support/run-script.ts';

const paper = {
	title: 'A & B: 50% “more” <of> #1',
	url: 'https://example.org/repo/papers/k3v9q2x7mf/',
};

test('a mistake is reported with the form of the repository, the paper filled in', () => {
	const link = new URL(mistakeLink('https://github.com/someone/archive', paper)!);
	expect(link.origin + link.pathname).toBe('https://github.com/someone/archive/issues/new');
	const fields = Object.fromEntries(link.searchParams);
	expect(fields).toEqual({
		template: 'mistake.yml',
		title: 'Mistake: A & B: 50% “more” <of> #1',
		paper: paper.url,
	});
	const form = parse(
		readFileSync(join(root, '.github/ISSUE_TEMPLATE', fields['template']!), 'utf8'),
	) as { readonly body: readonly { readonly id: string }[] };
	expect(form.body.map(({ id }) => id)).toContain('paper');
});

test('a long title is cut, and never within a character', () => {
	const link = new URL(
		mistakeLink('https://github.com/a/b/', { ...paper, title: '😀'.repeat(90) })!,
	);
	expect(link.pathname).toBe('/a/b/issues/new');
	expect(link.searchParams.get('title')!.length).toBeLessThanOrEqual(130);
	expect(link.href.length).toBeLessThan(2_000);
});

test('without a repository there is no link', () => {
	expect(mistakeLink('', paper)).toBeUndefined();
});
