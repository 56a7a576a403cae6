import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import { correctionsSchema, type Corrections, type TextDecision } from '../../model/corrections.ts';
import type { DigestId, PaperId } from '../../model/id.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Paper } from '../../model/paper.ts';
import { placeInYaml, readYaml, type YamlPath } from './read-yaml.ts';

/** No decision at all. */
const none: Corrections = { merged: [], removed: [], dumps: [], text: [] };

/**
 * Read the corrections. What is no correction, names a paper or a digest that the archive does not
 * have, or leads in a circle is reported on the file with its line.
 */
export function parseCorrections(
	file: VFile,
	ledger: Ledger,
	manifest: ReadonlyMap<DigestId, string>,
): Corrections {
	const corrections = readYaml(file, correctionsSchema, 'invalid-correction') ?? none;
	reportUnknownPapers(corrections, file, new Set(ledger.map(({ id }) => id)));
	corrections.dumps.forEach(({ digest }, index) => {
		if (!manifest.has(digest))
			report(file, 'unknown-digest', digest, placeInYaml(file, ['dumps', index]));
	});
	reportCircles(corrections, file);
	return corrections;
}

function reportUnknownPapers(
	{ merged, removed, text }: Corrections,
	file: VFile,
	known: ReadonlySet<PaperId>,
): void {
	const named: (readonly [PaperId, YamlPath])[] = [
		...merged.flatMap(({ paper, into }, index) => [
			[paper, ['merged', index, 'paper']] as const,
			[into, ['merged', index, 'into']] as const,
		]),
		...removed.map(({ paper }, index) => [paper, ['removed', index, 'paper']] as const),
		...text.map(({ paper }, index) => [paper, ['text', index, 'paper']] as const),
	];
	for (const [id, path] of named)
		if (!known.has(id)) report(file, 'unknown-paper', id, placeInYaml(file, path));
}

function reportCircles({ merged }: Corrections, file: VFile): void {
	const into = new Map(merged.map((merge) => [merge.paper, merge.into]));
	merged.forEach(({ paper }, index) => {
		const met = new Set<PaperId>();
		let next: PaperId | undefined = paper;
		while (next !== undefined && !met.has(next)) {
			met.add(next);
			next = into.get(next);
		}
		if (next === paper)
			report(file, 'circular-merge', paper, placeInYaml(file, ['merged', index]));
	});
}

/** Report decisions on passages that no wording of their paper has. */
export function reportUnknownPassages(
	decisions: readonly TextDecision[],
	papers: readonly Paper[],
	file: VFile,
): void {
	const revisions = new Map(papers.map((paper) => [paper.id, paper.revisions]));
	decisions.forEach(({ paper, field, received }, index) => {
		// A removed paper has none any more.
		const wordings = revisions.get(paper) ?? [];
		const isKnown = wordings.some((revision) => revision[field].includes(received));
		if (wordings.length > 0 && !isKnown)
			report(
				file,
				'unknown-passage',
				`${received} in ${paper}`,
				placeInYaml(file, ['text', index, 'received']),
			);
	});
}
