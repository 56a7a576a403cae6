import { expect, test } from 'vitest';
import { blankControls, showControls } from '../../src/text/controls.ts';

test('what no page can hold is a space where a text is shown, and a picture where it is shown as it came', () => {
	const text = 'a\f\u0007b\u007f\u0085\ufffe\tc\u202e\nd';
	expect(blankControls(text)).toBe('a  b   \tc\u202e\nd');
	expect(showControls(text)).toBe('a␌␇b␡\ufffd\ufffd\tc\u202e\nd');
});
