import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { restore } from '../../support/lexicon.ts';
import { root } from '../../support/run-script.ts';
import { seedAbstracts } from '../../support/seed-texts.ts';

/** A passage of a seed that a person judged: what a careful editor would restore, and what must stay. */
interface Passage {
	readonly title: string;
	readonly field: 'title' | 'abstract';
	readonly start: number;
	readonly source: string;
	readonly class: string;
	readonly expected: 'restored' | 'kept';
	/** Each list holds all that is right. */
	readonly tex?: readonly string[];
	readonly text?: readonly string[];
	readonly href?: readonly string[];
}

const passages = readFileSync(join(root, 'tests/fixtures/restored-passages.jsonl'), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Passage);

/** TeX without what sets alike: spaces, braces, fonts that the feed lost. */
function bare(tex: string): string {
	return tex.replace(/\\(?:left|right|mathrm|mathbb|text)(?![a-z])/g, '').replace(/[{}\s]/g, '');
}

/** What is shown in the place of a passage, and what it is. */
function shownFor({ title, field, start, source }: Passage) {
	const text = field === 'title' ? title : seedAbstracts.get(title)!;
	const end = start + source.length;
	const spans = restore(text).spans.filter((span) => span.start < end && start < span.end);
	let shown = '';
	let at = start;
	for (const span of spans) {
		shown += text.slice(at, Math.max(at, span.start)) + span.text;
		at = span.end;
	}
	return { spans, shown: (shown + text.slice(at, Math.max(at, end))).replace(/\s+/g, ' ') };
}

function isRight(passage: Passage): boolean {
	const { spans, shown } = shownFor(passage);
	if (passage.expected === 'kept') return spans.every(({ href }) => href !== undefined);
	if (passage.href)
		return spans.some(({ href }) => href !== undefined && passage.href!.includes(href));
	const tex = spans.map((span) => span.tex).filter((value) => value !== undefined);
	if (passage.tex && tex.some((value) => passage.tex!.map(bare).includes(bare(value))))
		return true;
	return (
		spans.length > 0 &&
		(passage.text ?? []).some((text) => text.replace(/\s+/g, ' ').trim() === shown.trim())
	);
}

describe('passages of the seeds that a person judged', () => {
	const classes = Map.groupBy(passages, (passage) => `${passage.expected}: ${passage.class}`);

	test.each([...classes])('%s', (_, group) => {
		const wrong = group.filter((passage) => !isRight(passage));
		expect(wrong.map((passage) => [passage.source, shownFor(passage)])).toEqual([]);
	});

	test('are enough to mean something', () => {
		expect(passages.length).toBeGreaterThan(350);
	});
});
