import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/text/excerpt.ts';

describe('excerpt', () => {
	test.each([
		// Short enough as it is.
		['One sentence.', 20, 'One sentence.'],
		// Whole sentences where they fill a third.
		[
			'We read long texts. We read them fast. And so on.',
			40,
			'We read long texts. We read them fast.',
		],
		// From the sentence on that says what the paper does.
		[
			'Images are hard. However, existing ways are slow. We propose Fast, a model that is fast. It is.',
			60,
			'We propose Fast, a model that is fast. It is.',
		],
		// Between words otherwise, without a trailing comma.
		['Transformer models, although accurate, are slow', 35, 'Transformer models, although…'],
		['Transformer models, although, are slow', 30, 'Transformer models, although…'],
		// A number's point is no sentence's end.
		['It has 1.5 B parameters and runs well on phones', 20, 'It has 1.5 B…'],
		// Nor does an ellipsis stand behind a point.
		['We read an SNS. Then we all read on and on', 18, 'We read an SNS…'],
		// A word longer than the room.
		['x'.repeat(50), 20, `${'x'.repeat(19)}…`],
	])('%s', (text, length, expected) => {
		expect(excerpt(text, length)).toBe(expected);
		expect(expected.length).toBeLessThanOrEqual(length);
	});
});
