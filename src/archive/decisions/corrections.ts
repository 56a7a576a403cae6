import type { VFile } from 'vfile';
import { otherPlace, report } from '../../diagnostics.ts';
import {
	correctionsSchema,
	subjectOf,
	type CorrectionSection,
	type Corrections,
	type TextDecision,
} from '../../model/corrections.ts';
import type { DigestId, PaperId } from '../../model/id.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Paper } from '../../model/paper.ts';
import { wordingId } from '../ledger.ts';
import { mintingLines } from '../minting-lines.ts';
import { papersOfWordings } from '../papers-of-wordings.ts';
import { placeInYaml, readYaml, type YamlPath } from './read-yaml.ts';

/** No decision at all. */
export const noCorrections: Corrections = {
	merged: [],
	split: [],
	removed: [],
	dumps: [],
	text: [],
};

/**
 * Read the corrections. What is no correction, decides a thing twice, names a paper or a digest
 * that the archive does not have, leads in a circle, or leaves nothing of a paper is reported on the
 * file with its line.
 */
export function parseCorrections(
	file: VFile,
	ledger: Ledger,
	manifest: ReadonlyMap<DigestId, string>,
): Corrections {
	const corrections = readYaml(file, correctionsSchema, 'invalid-correction') ?? noCorrections;
	reportContradictions(corrections, file);
	reportUnknownPapers(corrections, file, new Set(ledger.map(({ id }) => id)));
	corrections.dumps.forEach(({ digest }, index) => {
		if (!manifest.has(digest))
			report(file, 'unknown-digest', digest, placeInYaml(file, ['dumps', index]));
	});
	reportCircles(corrections, file);
	if (file.messages.length === 0) reportEmptied(corrections, ledger, file);
	return corrections;
}

function reportContradictions(corrections: Corrections, file: VFile): void {
	for (const section of Object.keys(corrections) as CorrectionSection[]) {
		const firsts = new Map<string, number>();
		corrections[section].forEach((item, index) => {
			const subject = subjectOf(section, item);
			const first = firsts.get(subject);
			if (first === undefined) firsts.set(subject, index);
			else
				report(
					file,
					'contradictory-correction',
					subject,
					placeInYaml(file, [section, index]),
					{
						cause: otherPlace(
							'contradictory-correction',
							'The first decision',
							placeInYaml(file, [section, first]),
						),
					},
				);
		});
	}
}

function reportUnknownPapers(
	{ merged, split, removed, text }: Corrections,
	file: VFile,
	known: ReadonlySet<PaperId>,
): void {
	const named: (readonly [PaperId, YamlPath])[] = [
		...merged.flatMap(({ paper, into }, index) => [
			[paper, ['merged', index, 'paper']] as const,
			[into, ['merged', index, 'into']] as const,
		]),
		...split.flatMap(({ paper, from }, index) => [
			[paper, ['split', index, 'paper']] as const,
			[from, ['split', index, 'from']] as const,
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

/** A paper that others were split from keeps the wording that it was given its id for. */
function reportEmptied(corrections: Corrections, ledger: Ledger, file: VFile): void {
	if (corrections.split.length === 0) return;
	const papers = papersOfWordings(ledger, corrections);
	const minting = mintingLines(ledger);
	corrections.split.forEach(({ from }, index) => {
		const others = corrections.split.filter((one) => one.from === from);
		const isGiven = (id: PaperId) => others.some(({ paper }) => paper === id);
		const isKept = minting.get(from)?.some((line) => !isGiven(papers.get(wordingId(line))!));
		if (!isKept) report(file, 'nothing-left', from, placeInYaml(file, ['split', index]));
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
