import * as fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../src/diagnostics.ts';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { readBlocks } from '../support/second-reader.ts';
import { measureGrowth, mostGrowth } from '../support/growth.ts';
import { figure, times } from '../support/sizes.ts';

const dump = writeDump('Mar 11', [
	['Longer Inputs at the Same Cost', abstractNumber(1)],
	['DraftBound: When Does Speculative Decoding Pay?', abstractNumber(2)],
	[
		'H$_2$O | <think> #1',
		`${abstractNumber(3)} \\(x'(t)\\), 50\\% na\\"ively, *state collapse*.`,
	],
]);

// What has been seen to go wrong, and what could.
const snippets = [
	'\n',
	'\n\n',
	'\n \t\u00a0\n',
	'\r',
	'\r\n',
	'\u2028',
	'\ufeff',
	'\u200b',
	'\u202e',
	'\ufffd',
	'\0',
	'\u0007',
	'new',
	'Subscribe',
	'\n\nSubscribe\n\n',
	'\n\nMar 11\n\n',
	'Feb 30',
	'11 Mar',
	'Mar 11, 2025',
	'2025-03-11',
	'<<<<<<< HEAD\n',
	'\n=======\n',
	'<!doctype html>',
	'{"a":',
	'version https://git-lfs.github.com/spec/v1\n',
	'<script>',
	'```',
	'{{',
	'${',
	'\\(',
	'$$',
	'🙂',
	'é',
	'e\u0301',
	'Ω',
	'. We show',
	'.',
	'?',
	' '.repeat(300),
	'long'.repeat(100),
	`\n\n${abstractNumber(4)}\n\n`,
	'\n\nA Lone Title\n\n',
	abstractNumber(5),
];

interface Mutation {
	readonly kind: 'insert' | 'delete' | 'double' | 'byte';
	readonly at: number;
	readonly length: number;
	readonly snippet: string;
	readonly byte: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
	kind: fc.constantFrom('insert', 'insert', 'delete', 'double', 'byte'),
	at: fc.nat({ max: 1_000_000 }),
	length: fc.nat({ max: 250 }),
	snippet: fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...snippets) },
		{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
	),
	byte: fc.integer({ min: 0, max: 255 }),
});

function mutate(bytes: Buffer, { kind, at, length, snippet, byte }: Mutation): Buffer {
	const start = at % (bytes.length + 1);
	const end = Math.min(bytes.length, start + length);
	const between = {
		insert: () => Buffer.concat([Buffer.from(snippet), bytes.subarray(start, end)]),
		delete: () => Buffer.alloc(0),
		double: () => Buffer.concat([bytes.subarray(start, end), bytes.subarray(start, end)]),
		byte: () => Buffer.concat([Buffer.of(byte), bytes.subarray(start, end)]),
	}[kind]();
	return Buffer.concat([bytes.subarray(0, start), between, bytes.subarray(end)]);
}

function read(bytes: Uint8Array) {
	const file = new VFile({ path: 'dump.txt', value: bytes });
	return { parsed: parseDump(file), messages: file.messages };
}

/** How long an input takes that seemed slow: a busy machine may have been the reason. */
function millisecondsAgain(bytes: Uint8Array): number {
	const tries = [1, 2, 3].map(() => {
		const start = performance.now();
		read(bytes);
		return performance.now() - start;
	});
	return Math.min(...tries);
}

describe('T2, T3: reading survives anything', () => {
	const runs = times(10_000, 1_000_000);

	test(`${runs} damaged dumps: accepted whole or refused with a message, as a second reader reads them`, () => {
		let slowest = 0;
		let accepted = 0;
		fc.assert(
			fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
				const bytes = mutations.reduce(mutate, Buffer.from(dump));
				const start = performance.now();
				const { parsed, messages } = read(bytes);
				const taken = performance.now() - start;
				slowest = Math.max(slowest, taken > 50 ? millisecondsAgain(bytes) : taken);
				const isRefused = messages.some(({ fatal }) => fatal);
				if ((parsed === undefined) !== isRefused)
					throw new Error('neither accepted nor refused');
				for (const { ruleId, line } of messages) {
					if (!ruleId || !(ruleId in diagnostics))
						throw new Error(`unknown message ${ruleId}`);
					if (line !== undefined && line > bytes.length + 1)
						throw new Error(`no such line ${line}`);
				}
				if (!parsed) return;
				accepted++;
				const texts = parsed.entries.flatMap(({ title, abstract }) => [
					title.text,
					abstract.text,
				]);
				const second = readBlocks(bytes.toString());
				if (texts.join('\n') !== second.join('\n'))
					throw new Error('the two readers differ');
			}),
			{ numRuns: runs, seed: 20_250_311, endOnFailure: false },
		);
		figure(
			'T3',
			`${runs} inputs, ${accepted} accepted, the slowest in ${slowest.toFixed(1)} ms`,
		);
		expect(accepted).toBeGreaterThan(runs / 20);
		expect(slowest).toBeLessThanOrEqual(100);
	}, 1_200_000);

	test('LF, CRLF and CR give the same', () => {
		const lineRuns = times(1_000, 50_000);
		const law = () =>
			fc.assert(
				fc.property(fc.array(mutation, { maxLength: 4 }), (mutations) => {
					const bytes = mutations.reduce(mutate, Buffer.from(dump));
					const text = bytes.toString().replaceAll('\r\n', '\n').replaceAll('\r', '\n');
					const [lf, crlf, cr] = ['\n', '\r\n', '\r'].map((end) =>
						read(Buffer.from(text.replaceAll('\n', end))),
					);
					const told = ({ messages }: ReturnType<typeof read>) =>
						messages
							.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)
							.join();
					if (JSON.stringify(lf!.parsed) !== JSON.stringify(crlf!.parsed))
						throw new Error('CRLF differs');
					if (JSON.stringify(lf!.parsed) !== JSON.stringify(cr!.parsed))
						throw new Error('CR differs');
					if (told(lf!) !== told(crlf!) || told(lf!) !== told(cr!))
						throw new Error('messages differ');
				}),
				{ numRuns: lineRuns, seed: 20_250_313 },
			);
		expect(law).not.toThrow();
		figure('T3', `${lineRuns} inputs with each of three line ends`);
	}, 600_000);
});

describe('T12: time is linear', () => {
	const header = dump.slice(0, dump.indexOf('Longer'));
	const patterns: Record<string, (length: number) => string> = {
		'one long word': (length) => `${header}T\n\n${'x'.repeat(length)}`,
		'one long line of words': (length) => `${header}T\n\n${'word '.repeat(length / 5)}.`,
		'many short lines': (length) => `${header}T\n\n${'a\n'.repeat(length / 2)}`,
		'many blocks': (length) => `${header}${'T\n\n'.repeat(length / 3)}`,
		'many papers': (length) =>
			header + `A Title\n\n${abstractNumber(1)}\n\n`.repeat(length / 230),
		'blank lines': (length) => header + ' \t\n'.repeat(length / 3),
		spaces: (length) => header + ' '.repeat(length),
		'carriage returns': (length) => header + '\r'.repeat(length),
		'odd characters': (length) =>
			`${header}T\n\n${'\u200bword '.repeat(length / 500)}${'y'.repeat(length)}`,
		'braces and dollars': (length) => `${header}T\n\n${'{$'.repeat(length / 2)}`,
		'sentence ends': (length) => `${header}T\n\n${'a. '.repeat(length / 3)}`,
		'conflict markers': (length) => `${header}${'<<<<<< \n'.repeat(length / 8)}`,
		'bytes that are not UTF-8 at the end': (length) =>
			`${header}${'é'.repeat(length / 2)}\ud800`,
	};

	const seconds = (text: string): number => {
		const bytes = Buffer.from(text);
		let best = Infinity;
		for (let run = 0; run < 3; run++) {
			const start = performance.now();
			read(bytes);
			best = Math.min(best, (performance.now() - start) / 1000);
		}
		return best;
	};

	test.each(Object.entries(patterns))(
		'%s',
		(name, make) => {
			const { ratio, text } = measureGrowth((length) => 1000 * seconds(make(length)), {
				from: 125_000,
				to: 1_000_000,
				enough: 20,
			});
			figure('T12', `${name}: ${text}`);
			expect(ratio).toBeLessThanOrEqual(mostGrowth);
		},
		60_000,
	);

	test('16 MB are read in 2 s', () => {
		const paper = `A Title\n\n${abstractNumber(1)}\n\n`;
		const text =
			header + paper.repeat(Math.floor((16 * 1024 * 1024 - header.length) / paper.length));
		const start = performance.now();
		expect(read(Buffer.from(text)).parsed!.entries.length).toBeGreaterThan(60_000);
		const taken = (performance.now() - start) / 1000;
		figure('T12', `16 MB in ${taken.toFixed(2)} s`);
		expect(taken).toBeLessThanOrEqual(2);
	});
});
