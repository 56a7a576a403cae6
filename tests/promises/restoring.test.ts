import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { bestTime } from '../support/best-time.ts';
import { measureGrowth, mostGrowth } from '../support/growth.ts';
import { restore } from '../support/lexicon.ts';
import { root } from '../support/run-script.ts';
import { figure } from '../support/sizes.ts';

describe('T12: restoring is linear', () => {
	const patterns = {
		'one long word': 'a',
		'opening braces': '{',
		'braces, closed': '{}',
		dollars: '$',
		'dollars and letters': '$x ',
		'big O in big O': 'O(',
		'scripts on scripts': 'x^',
		'scripts in scripts': 'x_{',
		formulas: 'x_1 ',
		'Greek letters': 'alpha ',
		'Greek letters without spaces': 'alpha',
		fonts: 'mathbf ',
		'sized brackets': 'left(',
		fractions: '1{2}',
		multipliers: '1times',
		'opening quotes': '``',
		'single quotes': '`a ',
		asterisks: '*a ',
		'emphasis that is never closed': '{\\em a',
		'strong emphasis that is never closed': '\\textbf{',
		'opened formulas': '\\(x',
		addresses: 'http://a.io/',
		'addresses and braces': 'http://a.io/{',
		'addresses and brackets': '[a](http://a.io/)',
		'host names': 'a-',
		domains: 'a.b.',
		sentences: 'a.The ',
		ties: 'a~',
		hyphens: 'ab- ',
		accents: "\\'",
		operators: 'x + ',
		identifiers: 'a_',
		thousands: '111,',
	};

	const milliseconds = (text: string): number => bestTime(() => restore(text));

	test.each(Object.entries(patterns))(
		'%s',
		(name, unit) => {
			const make = (length: number) => unit.repeat(Math.ceil(length / unit.length));
			const { ratio, text } = measureGrowth((length) => milliseconds(make(length)), {
				from: 5_000,
				to: 160_000,
				enough: 5,
			});
			figure('T12', `restoring ${name}: ${text}`);
			expect(ratio).toBeLessThanOrEqual(mostGrowth);
			// An abstract has at most 20,000 characters.
			expect(milliseconds(make(20_000))).toBeLessThan(1_000);
		},
		120_000,
	);

	test('10,000 abstracts are restored in 4 s', () => {
		const folder = join(root, 'content/dumps');
		const abstracts = readdirSync(folder).flatMap((name) =>
			parseDump(new VFile({ value: readFileSync(join(folder, name)) }))!.entries.map(
				({ abstract }) => abstract.text,
			),
		);
		const run = (): number => {
			const start = performance.now();
			for (let count = 0; count < 10_000; count++)
				restore(abstracts[count % abstracts.length]!);
			return (performance.now() - start) / 1000;
		};
		// A busy machine slows a try.
		let taken = run();
		for (let attempt = 0; attempt < 4 && taken > 4; attempt++) taken = Math.min(taken, run());
		figure('T12', `10,000 abstracts restored in ${taken.toFixed(2)} s`);
		expect(taken).toBeLessThanOrEqual(4);
	}, 120_000);
});
