import * as fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../src/diagnostics.ts';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { readBlocks } from '../support/second-reader.ts';
import { figure, isLong, times } from '../support/sizes.ts';

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
		if (isLong) expect(slowest).toBeLessThanOrEqual(100);
	});

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
	});
});
