import { readFile } from 'node:fs/promises';
import { readContent } from '../../src/disk/content-folder.ts';
import { nameLists } from '../../src/enrich/names/systems/name-lists.ts';
import { tallyNames } from '../../src/enrich/names/systems/name-tally.ts';
import { readNames } from '../../src/enrich/names/systems/read-names.ts';
import { createRestorer } from '../../src/enrich/restore/restore-text.ts';
import { digestIdParts } from '../../src/model/id.ts';
import type { SystemDecisions } from '../../src/model/names.ts';
import { currentRevision, type Paper } from '../../src/model/paper.ts';
import type { Lexicon } from '../../src/model/restoration.ts';
import { readArchive } from '../../src/pipeline.ts';
import type { LabelledArchive, NameLabel } from './name-examples.ts';

/** Read an archive, and labels of some of its papers: JSON lines, matched by title. */
export async function readLabelledArchive(
	folder: string,
	labelFiles: readonly string[],
	lexicon: Lexicon,
	decisions: SystemDecisions,
): Promise<LabelledArchive> {
	const { papers } = readArchive(await readContent(folder));
	const restore = createRestorer(lexicon);
	const read = papers.map((paper) => {
		const { title, abstract } = currentRevision(paper);
		const text = readNames(restore(title).plain, restore(abstract).plain, lexicon);
		return { firstSeen: digestIdParts(paper.appearances[0].digest).day, text };
	});
	const tally = tallyNames(read.map(({ text }) => text));
	return {
		papers: read,
		labels: labelsByPaper(papers, await Promise.all(labelFiles.map(readLabels))),
		evidence: { tally, lists: nameLists(decisions, lexicon), lexicon },
	};
}

async function readLabels(file: string): Promise<NameLabel[]> {
	const lines = (await readFile(file, 'utf8')).trim().split('\n');
	const defaults = { system: null, aliases: [] };
	return lines.map((line) => ({
		...defaults,
		...(JSON.parse(line) as Partial<NameLabel> & { title: string }),
	}));
}

function labelsByPaper(
	papers: readonly Paper[],
	labels: readonly (readonly NameLabel[])[],
): Map<number, NameLabel> {
	const numbers = new Map(
		papers.map((paper, number) => [titleKey(currentRevision(paper).title), number]),
	);
	return new Map(
		labels.flat().flatMap((label) => {
			const number = numbers.get(titleKey(label.title));
			return number === undefined ? [] : [[number, label] as const];
		}),
	);
}

function titleKey(title: string): string {
	return title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
