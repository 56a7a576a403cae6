import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Mutant } from './mutants.ts';

/** A mutant, and where it is. */
export interface FileMutant extends Mutant {
	readonly file: string;
}

/** What a test file costs, and the mutants that it comes to, by number. */
export interface TestReach {
	readonly test: string;
	readonly milliseconds: number;
	readonly reached: readonly number[];
}

/** Run every test that needs no site once in a copy of the project whose files say which mutants they come to. */
export async function measureReach(
	copy: string,
	mutants: readonly FileMutant[],
): Promise<TestReach[]> {
	const record = join(copy, 'reach.jsonl');
	const numbered = mutants.map((mutant, number) => ({ ...mutant, number }));
	const originals = new Map<string, string>();
	for (const [file, own] of Map.groupBy(numbered, (mutant) => mutant.file)) {
		const text = await readFile(join(copy, file), 'utf8');
		originals.set(file, text);
		await writeFile(join(copy, file), withReach(text, own));
	}
	const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
	const config = 'scripts/mutation/reach.config.ts';
	execFileSync(process.execPath, [vitest, 'run', '--root', copy, '--config', config], {
		cwd: copy,
		env: { ...process.env, OFFPRINT_REACH: record },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	for (const [file, text] of originals) await writeFile(join(copy, file), text);
	const lines = (await readFile(record, 'utf8')).split('\n').slice(0, -1);
	return lines
		.map((line) => JSON.parse(line) as TestReach)
		.map((reach) => ({ ...reach, test: relative(copy, reach.test) }));
}

/** A source text that tells when it comes to a mutant: `(globalThis.reached?.(17), a < b)`. */
function withReach(
	source: string,
	mutants: readonly (Mutant & { readonly number: number })[],
): string {
	const opened = Map.groupBy(
		mutants.toSorted((a, b) => b.within[1] - a.within[1]),
		({ within }) => within[0],
	);
	const closed = Map.groupBy(mutants, ({ within }) => within[1]);
	const places = [...new Set([...opened.keys(), ...closed.keys()])].sort((a, b) => a - b);
	const parts = places.map((place, index) => [
		source.slice(places[index - 1] ?? 0, place),
		')'.repeat(closed.get(place)?.length ?? 0),
		...(opened.get(place) ?? []).map(({ number }) => `(globalThis.reached?.(${number}), `),
	]);
	return [...parts.flat(), source.slice(places.at(-1) ?? 0)].join('');
}
