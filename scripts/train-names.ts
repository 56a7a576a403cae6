import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { VFile } from 'vfile';
import { parseSystemDecisions } from '../src/archive/decisions/systems.ts';
import { readLexicon } from '../src/disk/content-folder.ts';
import type { Weights } from '../src/enrich/names/systems/linear-model.ts';
import { readArguments, UsageError } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';
import {
	dealPapers,
	foldWeights,
	ridge,
	withoutIdle,
	type Folds,
} from './training/cross-validation.ts';
import { fitLogistic } from './training/fit-logistic.ts';
import { readLabelledArchive } from './training/labelled-archive.ts';
import {
	formatMeasure,
	measureMentions,
	measureOwn,
	sumOf,
	type Measure,
} from './training/measure-names.ts';
import {
	chanceOf,
	claimExamples,
	mentionExamples,
	ownNames,
	type LabelledArchive,
} from './training/name-examples.ts';

const usage = `node scripts/train-names.ts FOLDER LABELS[,LABELS] [FOLDER LABELS …]

Learns by which weights names are told from other words, and writes them into the source. FOLDER is a
content folder, LABELS a file of JSON lines {title, system, aliases, mentions} of some of its papers;
lines without mentions teach only what papers introduce, and lines {title, judged: {form: true}} only
whether these forms are names. A pair given twice counts twice. What is
measured is measured on the first pair, each tenth of its papers by what the others teach.`;

const folds = 10;
const root = resolve(import.meta.dirname, '..');
const weightsFile = join(root, 'src/enrich/names/systems/name-weights.ts');

/** Learn the weights of names, and write them into the source. */
export async function trainNames({ parameters, print }: Terminal): Promise<number> {
	const { positionals } = readArguments(parameters, usage, {});
	if (positionals.length < 2 || positionals.length % 2 === 1)
		throw new UsageError(`Usage: ${usage}`);
	const archives = await readArchives(positionals);
	const introduced = learnIntroduced(archives, print);
	const mentioned = learnMentioned(archives, introduced, print);
	await writeFile(weightsFile, weightsModule({ introduced: introduced.weights, mentioned }));
	print(`${weightsFile} is written; format it with npm run format.`);
	return 0;
}

async function readArchives(pairs: readonly string[]): Promise<LabelledArchive[]> {
	const lexicon = await readLexicon();
	const path = join(root, 'content/systems.yaml');
	const decisions = parseSystemDecisions(new VFile({ path, value: await readFile(path) }));
	const archives: LabelledArchive[] = [];
	for (let at = 0; at < pairs.length; at += 2)
		archives.push(
			await readLabelledArchive(pairs[at]!, pairs[at + 1]!.split(','), lexicon, decisions),
		);
	return archives;
}

/** Weights, and those learnt without each fold of the first archive. */
interface Learnt {
	readonly weights: Weights;
	readonly withoutFold: (paper: number) => Weights;
}

type Print = Terminal['print'];

function learnIntroduced([first, ...others]: readonly LabelledArchive[], print: Print): Learnt {
	const learnt = learn({
		examples: claimExamples(first!),
		others: others.flatMap(claimExamples),
		foldOf: dealPapers(first!.labels.keys(), folds),
		folds,
	});
	const owns = ownNames(first!, learnt.withoutFold);
	report(print, 'introduced', first!, (paper) =>
		measureOwn(first!.labels.get(paper)!, owns[paper]),
	);
	return learnt;
}

function learnMentioned(
	[first, ...others]: readonly LabelledArchive[],
	introduced: Learnt,
	print: Print,
): Weights {
	const examples = mentionExamples(first!, introduced.withoutFold);
	const learnt = learn({
		examples,
		others: others.flatMap((archive) => mentionExamples(archive, () => introduced.weights)),
		foldOf: dealPapers(first!.labels.keys(), folds),
		folds,
	});
	const owns = ownNames(first!, introduced.withoutFold);
	const byPaper = Map.groupBy(examples, ({ paper }) => paper);
	report(print, 'mentioned', first!, (paper) => {
		const judged = (byPaper.get(paper) ?? []).map((example) => ({
			...example,
			certainty: chanceOf(example, learnt.withoutFold(paper)),
		}));
		return measureMentions(
			first!.labels.get(paper)!,
			owns[paper],
			judged,
			first!.evidence.lists,
		);
	});
	return learnt.weights;
}

function learn(all: Folds): Learnt {
	const data = withoutIdle(all);
	const weights = fitLogistic([...data.examples, ...data.others], ridge);
	const byFold = foldWeights(data);
	return { weights, withoutFold: (paper) => byFold[data.foldOf(paper)] ?? weights };
}

function report(
	print: Print,
	what: string,
	{ labels }: LabelledArchive,
	measure: (paper: number) => Measure,
): void {
	const foldOf = dealPapers(labels.keys(), folds);
	const byFold = Map.groupBy(labels.keys(), foldOf);
	for (const [fold, papers] of byFold)
		print(`${what}, fold ${fold + 1}: ${formatMeasure(sumOf(papers.map(measure)))}`);
	print(`${what}: ${formatMeasure(sumOf([...labels.keys()].map(measure)))}`);
}

function weightsModule(weights: Readonly<Record<string, Weights>>): string {
	const parts = Object.entries(weights).map(([question, ofQuestion]) => {
		const lines = Object.entries(ofQuestion)
			.toSorted(([, a], [, b]) => b - a)
			.map(([name, weight]) => `\t\t${name}: ${weight.toFixed(2)},\n`);
		return `\t${question}: {\n${lines.join('')}\t},\n`;
	});
	return `import type { NameWeights } from './form-odds.ts';

/**
 * How much each feature speaks for a name, in log-odds, heaviest first: two logistic regressions,
 * learnt by \`scripts/train-names.ts\` from papers that people labelled. What hardly weighs anything was
 * left out. Do not edit by hand; train again.
 */
export const nameWeights: NameWeights = {
${parts.join('')}};
`;
}

if (import.meta.main) await runHere(trainNames);
