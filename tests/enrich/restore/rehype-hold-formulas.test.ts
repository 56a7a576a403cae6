import { expect, test } from 'vitest';
import { restore } from '../../support/lexicon.ts';

test('a formula and the marks beside it stay on one line; a wide one scrolls by itself', () => {
	expect(restore('Oracle (H_2O), a').html).toMatch(
		/^Oracle <span class="held">\(<math .*<\/math>\),<\/span> a$/,
	);
	expect(restore("model \\( x'(t) = Ax(t) + Bu(t), y(t) = Cx(t) + Du(t) \\), and").html).toMatch(
		/^model <span class="wide" tabindex="0"><math .*<\/math>,<\/span> and$/,
	);
});
