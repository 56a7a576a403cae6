import { expect, test } from 'vitest';
import type { TextDecision } from '../../../src/model/corrections.ts';
import type { Day, PaperId } from '../../../src/model/id.ts';
import { restore } from '../../support/lexicon.ts';

test('a person’s decision goes before every rule', () => {
	const decide = (
		received: string,
		show: Pick<TextDecision, 'tex' | 'text' | 'keep'>,
	): TextDecision => ({
		paper: 'k3v9q2x7mf' as PaperId,
		field: 'abstract',
		received,
		...show,
		date: '2026-11-21' as Day,
		reason: 'Asked for',
	});
	const text = 'a mathcal{O}(1/n) bound, 15times and 15times';
	const decisions = [
		decide('mathcal{O}(1/n)', { tex: '\\tilde{\\mathcal{O}}(\\sqrt{1/n})' }),
		decide('15times', { keep: 'true' }),
	];
	const restored = restore(text, { decisions });
	expect(restored.spans).toMatchObject([{ rule: 'correction', start: 2, end: 17 }]);
	expect(restored.plain).toContain('15times and 15times');
	const inWords = [decide('15times', { text: '15-fold' })];
	expect(restore(text, { decisions: inWords }).plain).toContain('15-fold and 15-fold');
});
