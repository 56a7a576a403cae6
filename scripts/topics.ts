import { parseVocabulary } from '../src/archive/decisions/topics.ts';
import { parseNames } from '../src/archive/name-lines.ts';
import { ContentError, hasErrors } from '../src/diagnostics.ts';
import { readContent, readLexicon } from '../src/disk/content-folder.ts';
import { createRestorer } from '../src/enrich/restore/restore-text.ts';
import { restoreTexts } from '../src/enrich/restore/restore-texts.ts';
import { findTopics } from '../src/enrich/topics/find-topics.ts';
import { proposeTopics } from '../src/enrich/topics/propose-topics.ts';
import { topicPapers } from '../src/enrich/topics/topic-papers.ts';
import { readArchive } from '../src/pipeline.ts';
import { readArguments, UsageError } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';
import { topicReport } from './topic-report.ts';

const usage =
	'npm run topics -- [--content DIR] [--limit N]   what the vocabulary lacks, and what is idle in it';

/** `npm run topics`: propose topics for the vocabulary, and tell what of it finds nothing. */
export async function topics({ parameters, print }: Terminal): Promise<number> {
	const { folder, limit } = readOptions(parameters);
	const content = await readContent(folder);
	const archive = readArchive(content);
	const vocabulary = parseVocabulary(content.topics);
	const names = parseNames(content.names);
	const faulty = [content.topics, content.names].filter((file) => hasErrors([file]));
	if (faulty.length > 0) throw new ContentError(faulty);
	const texts = restoreTexts(archive, createRestorer(await readLexicon()), new Map());
	const papers = topicPapers(archive.papers, texts);
	const proposed = proposeTopics(papers);
	const found =
		vocabulary.length === 0
			? { topics: [], keysOf: new Map() }
			: findTopics(papers, vocabulary);
	print(topicReport({ vocabulary, papers, found, proposed, names }, limit));
	return 0;
}

function readOptions(parameters: readonly string[]) {
	const { values, positionals } = readArguments(parameters, usage, {
		content: { type: 'string', default: 'content' },
		limit: { type: 'string', default: '20' },
	});
	if (positionals.length > 0)
		throw new UsageError(`Unexpected ${positionals[0]}\nUsage: ${usage}`);
	if (!/^\d{1,6}$/.test(values.limit))
		throw new UsageError(
			`Unexpected limit ${values.limit}, expected a number\nUsage: ${usage}`,
		);
	return { folder: values.content, limit: Number(values.limit) };
}

if (import.meta.main) await runHere(topics);
