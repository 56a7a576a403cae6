import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { placeDumps, type DumpSources } from '../../../src/archive/repair/place-dumps.ts';
import type { DumpClaim } from '../../../src/archive/repair/unite-dumps.ts';
import type { DigestId } from '../../../src/model/id.ts';
import { dumpFile } from '../../support/content.ts';

const eleventh = '2025-03-11' as DigestId;
const second = '2025-03-11-2' as DigestId;
const twelfth = '2025-03-12' as DigestId;

const ours = dumpFile('content/dumps/2025-03-11.txt', 'ours');
const theirs = dumpFile('content/dumps/2025-03-11.txt', 'theirs');
const late = dumpFile('content/dumps/2025-03-12.txt', 'late');

const claim = (
	id: DigestId,
	{ sha256 }: { readonly sha256: string },
	name?: string,
): DumpClaim => ({
	id,
	sha256,
	name,
});

function place(
	claims: readonly DumpClaim[],
	sources: Partial<DumpSources>,
	fixed: ReadonlyMap<DigestId, string> = new Map([[eleventh, ours.sha256]]),
) {
	const manifest = new VFile({ path: 'content/dumps.sha256' });
	const placed = placeDumps(
		claims,
		fixed,
		{
			present: [],
			spare: [],
			folder: 'content/dumps',
			extensionOf: () => '.txt',
			changed: new Set(),
			...sources,
		},
		manifest,
	);
	return {
		...placed,
		files: Object.fromEntries(placed.dumps.map(({ file }) => [file.path, String(file)])),
		messages: manifest.messages.map(({ ruleId, reason }) => [ruleId, reason]),
	};
}

describe('placeDumps', () => {
	test('leaves dumps alone of which branches agree', () => {
		const placed = place([claim(twelfth, late), claim(eleventh, ours)], {
			present: [ours, late],
		});
		expect(placed.dumps).toEqual([ours, late]);
		expect([...placed.manifest]).toEqual([
			[eleventh, ours.sha256],
			[twelfth, late.sha256],
		]);
		expect(placed.fileNames).toEqual([
			['2025-03-11.txt', ours.sha256],
			['2025-03-12.txt', late.sha256],
		]);
		expect([...placed.contested]).toEqual([]);
		expect(placed.namesOf(eleventh)).toEqual([eleventh]);
		expect(placed.messages).toEqual([]);
	});

	test('asks for no bytes of a dump that nobody contests', () => {
		expect(place([claim(eleventh, ours)], {}).messages).toEqual([]);
	});

	test('puts two dumps of one name into the folder, and notes the one that is renamed', () => {
		const claims = [claim(eleventh, ours), claim(eleventh, theirs), claim(twelfth, late)];
		const expected = {
			'content/dumps/2025-03-11.txt': 'ours',
			'content/dumps/2025-03-11-2.txt': 'theirs',
			'content/dumps/2025-03-12.txt': 'late',
		};
		for (const [present, spare] of [
			[ours, theirs],
			[theirs, ours],
		] as const) {
			const placed = place(claims, { present: [present, late], spare: [spare] });
			expect(placed.files).toEqual(expected);
			expect([...placed.manifest.keys()]).toEqual([eleventh, second, twelfth]);
			expect([...placed.contested]).toEqual([eleventh]);
			expect(placed.namesOf(eleventh)).toEqual([eleventh, second]);
			expect(placed.messages).toEqual([
				['renamed-digest', expect.stringContaining('2025-03-11 is 2025-03-11-2')],
			]);
		}
	});

	test('gives no name of a dump that no branch wrote down', () => {
		const stranger = dumpFile('content/dumps/2025-03-11-2.txt', 'stranger');
		const odd = dumpFile('content/dumps/notes.txt', 'notes');
		const placed = place([claim(eleventh, ours), claim(eleventh, theirs)], {
			present: [ours, stranger, odd],
			spare: [theirs],
		});
		expect(placed.files).toMatchObject({
			'content/dumps/2025-03-11-2.txt': 'stranger',
			'content/dumps/2025-03-11-3.txt': 'theirs',
			'content/dumps/notes.txt': 'notes',
		});
	});

	test('asks for the bytes of a dump that are nowhere', () => {
		const placed = place([claim(eleventh, ours), claim(eleventh, theirs)], { present: [ours] });
		expect(placed.messages.map(([name]) => name)).toEqual(['renamed-digest', 'missing-side']);
		expect(placed.messages[1]![1]).toContain(theirs.sha256.slice(0, 40));
		expect(Object.keys(placed.files)).toEqual(['content/dumps/2025-03-11.txt']);
	});

	test('but not of one that a person withdrew, under any of its names', () => {
		const claims = [claim(eleventh, ours), claim(eleventh, theirs), claim(twelfth, theirs)];
		const messagesOf = (id: DigestId) =>
			place(claims, { present: [ours], changed: new Set([id]) }).messages.map(
				([name]) => name,
			);
		expect(messagesOf(eleventh)).toEqual(['renamed-digest']);
		expect(messagesOf(twelfth)).toEqual(['renamed-digest']);
		expect(messagesOf(second)).toEqual(['renamed-digest', 'missing-side']);
	});

	test('names a dump by what it is, else as a branch wrote it down', () => {
		const claims = [
			claim(eleventh, ours, '2025-03-11.txt'),
			claim(eleventh, theirs, '2025-03-11.json'),
			claim(twelfth, late, '2025-03-12.json'),
		];
		const isTheirs = (text: string) => text === 'theirs';
		const placed = place(claims, {
			present: [ours],
			spare: [theirs],
			extensionOf: (file) => (isTheirs(String(file)) ? '.json' : '.txt'),
		});
		expect(placed.fileNames.map(([name]) => name)).toEqual([
			'2025-03-11.txt',
			'2025-03-11-2.json',
			'2025-03-12.json',
		]);
		expect(place([claim(eleventh, ours)], {}).fileNames[0]![0]).toBe('2025-03-11.txt');
	});
});
