import { describe, expect, test } from 'vitest';
import { isMerged, mergedFiles } from '../../../src/archive/repair/merged-files.ts';
import { noSides } from '../../../src/model/content.ts';
import { emptyContent, ingestAll } from '../../support/content.ts';
import { abstractNumber, writeDump } from '../../support/dumps.ts';

const { content } = ingestAll(
	emptyContent(),
	writeDump('Mar 11', [['First', abstractNumber(1)]]),
	writeDump('Mar 12', [['Second', abstractNumber(2)]]),
);
const conflict = '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> side\n';

describe('mergedFiles', () => {
	test('has the lines of the file, then those of either side', () => {
		const changed = emptyContent();
		changed.ledger.value = 'both\n';
		const texts = { ...noSides.texts, ledger: ['ours\n', 'theirs\n'] };
		const { ledger, names } = mergedFiles(changed, { ...noSides, texts });
		expect([String(ledger), ledger.path]).toEqual([
			'both\nours\ntheirs\n',
			changed.ledger.path,
		]);
		expect([String(names), names.path]).toEqual(['', changed.names.path]);
	});

	test('leaves the lines of a conflict where they stand', () => {
		const changed = emptyContent();
		changed.manifest.value = conflict;
		expect(String(mergedFiles(changed, noSides).manifest)).toBe('\nours\n\ntheirs\n\n');
	});

	test('ends a last line that has no end', () => {
		const changed = emptyContent();
		changed.names.value = 'one';
		const texts = { ...noSides.texts, names: ['', 'two'] };
		const { names } = mergedFiles(changed, { ...noSides, texts });
		expect(String(names)).toBe('one\ntwo\n');
	});
});

describe('isMerged', () => {
	test('an archive of one branch is not', () => {
		expect(isMerged(content)).toBe(false);
		expect(isMerged(emptyContent())).toBe(false);
	});

	test.each(['manifest', 'ledger', 'names', 'register', 'corrections'] as const)(
		'one with a conflict in its %s is',
		(name) => {
			const changed = emptyContent();
			changed[name].value = conflict;
			expect(isMerged(changed)).toBe(true);
		},
	);

	test('one whose register has the lines of two branches is', () => {
		const changed = emptyContent();
		const lines = String(content.register).split('\n').slice(0, -1);
		changed.register.value = lines
			.toReversed()
			.map((line) => `${line}\n`)
			.join('');
		expect(isMerged(changed)).toBe(true);
	});
});
