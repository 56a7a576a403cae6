import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenTex } from '../../../src/enrich/restore/formula/flatten-tex.ts';
import type { RestoredText } from '../../../src/enrich/restore/restore-text.ts';
import { restore } from '../../support/lexicon.ts';
import { times } from '../../support/sizes.ts';

describe('the laws of restoring', () => {
	const pieces = [
		..."O(n^2)|15times|$|$x$|\\(x\\)|mathcal{O}|{\\em a}|\\textbf{|}|{|*a*|**|``|''|`|--|~|\\%|\\\"i|https://a.io/x|{https://a.io}|[a](|)|(|x_1|^|_|alpha|leq|sim|left(|right)|1{2}|bullet|cloud.For|x2014|over- head|<b>|&amp;|</script>|{{x}}".split(
			'|',
		),
		' ',
		' and ',
		'. ',
	];
	const texts = fc.oneof(
		fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
		fc.string({ unit: 'grapheme', maxLength: 80 }),
	);

	test('hold for any text', () => {
		const law = fc.property(texts, (text) => {
			const { spans, plain, html } = restore(text);
			refuseUnfaithful(text, { spans, plain });
			refuseForeign(html);
		});
		const runs = { numRuns: times(3_000, 200_000), seed: 20_261_121 };
		expect(() => fc.assert(law, runs)).not.toThrow();
	}, 600_000);

	test('a formula is set only if its TeX flattens to what it stands in place of', () => {
		const letter = fc.constantFrom('n', 'x', 'L', '\\alpha', '\\Phi', '\\varepsilon');
		const scripted = fc
			.tuple(letter, fc.constantFrom('^2', '_i', '^{-1}', '_{max}', '^\\top', '_1'))
			.map((parts) => parts.join(''));
		const formula = fc.oneof(
			scripted,
			fc
				.tuple(scripted, fc.constantFrom(' \\leq ', ' + ', '\\to ', '\\cdot '), scripted)
				.map((parts) => parts.join('')),
			scripted.map((inner) => `O(${inner}\\log n)`),
			scripted.map((inner) => `\\tilde{O}(${inner})`),
			fc.tuple(scripted, scripted).map(([a, b]) => `\\frac{${a}}{${b}}`),
			fc.nat({ max: 99 }).map((number) => `${number}\\times`),
		);
		let set = 0;
		fc.assert(
			fc.property(formula, (tex) => {
				const text = flattenTex(`takes $${tex}$ time`);
				for (const span of restore(text).spans) {
					const source = text.slice(span.start, span.end);
					if (span.tex !== undefined && flattenTex(`$${span.tex}$`) !== source)
						throw new Error(`${span.tex} is not ${source}`);
					set++;
				}
			}),
			{ numRuns: times(2_000, 100_000), seed: 20_261_122 },
		);
		expect(set).toBeGreaterThan(1_000);
	});
});

/** Spans are in order, apart and within the text; between them the text is as received. */
function refuseUnfaithful(
	text: string,
	{ spans, plain }: Pick<RestoredText, 'spans' | 'plain'>,
): void {
	let shown = '';
	let at = 0;
	for (const { start, end, text: replacement } of spans) {
		if (start < at || end <= start || end > text.length)
			throw new Error(`span ${start}–${end}`);
		shown += text.slice(at, start) + replacement;
		at = end;
	}
	if (shown + text.slice(at) !== plain)
		throw new Error(`${JSON.stringify(text)} became ${JSON.stringify(plain)}`);
}

const tagRe = /<(\/?[a-z]+)([^<>]*)>/g;
const tags = new Set(
	'a em strong br span math semantics annotation mrow mi mn mo mtext msup msub msubsup mfrac msqrt mroot mover munder munderover mspace mpadded mstyle mtable mtr mtd mphantom menclose'.split(
		' ',
	),
);

/** Nothing but the serializer's own elements, and no attribute that could act. */
function refuseForeign(html: string): void {
	for (const { 1: name, 2: attributes } of html.matchAll(tagRe)) {
		if (!tags.has(name!.replace('/', ''))) throw new Error(`<${name}>`);
		if (/\b(?:style|on[a-z]+)=|href="(?!https?:)/.test(attributes!))
			throw new Error(attributes);
	}
}
