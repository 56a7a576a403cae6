import { readContent, readLexicon } from '../src/disk/content-folder.ts';
import { createRestorer, type RestoredText } from '../src/enrich/restore/restore-text.ts';
import { digestOfDump } from '../src/model/dump-name.ts';
import { isPaperId, type DigestId } from '../src/model/id.ts';
import { currentRevision } from '../src/model/paper.ts';
import { wordsIn } from '../src/language/words.ts';
import { restorationRules, type RestoredSpan } from '../src/model/restoration.ts';
import { readArchive } from '../src/pipeline.ts';
import { readArguments, UsageError } from './arguments.ts';
import { formatMessages, runHere, type Terminal } from './run.ts';

const usage = `npm run restore -- --paper ID [--content DIR]   what is restored in a paper, by which rule, and why
       npm run -s restore < TEXTS                  the same for JSON lines {id, field, text}, as JSON lines`;

const fields = ['title', 'abstract'] as const;

/** `npm run restore`: tell what is restored in a paper, or in texts from elsewhere. */
export async function restore({ parameters, input, print }: Terminal): Promise<number> {
	const { values, positionals } = readArguments(parameters, usage, {
		paper: { type: 'string' },
		content: { type: 'string', default: 'content' },
	});
	if (positionals.length > 0)
		throw new UsageError(`Unexpected ${positionals[0]}\nUsage: ${usage}`);
	const told =
		values.paper === undefined
			? await restoreLines(input)
			: await explainPaper(values.paper, values.content);
	if (told !== '') print(told);
	return 0;
}

interface TextLine {
	readonly id: string;
	readonly field: string;
	readonly text: string;
}

/** Read JSON lines, give one of spans for each. */
async function restoreLines(input: Terminal['input']): Promise<string> {
	const restoreText = createRestorer(await readLexicon());
	const chunks: string[] = [];
	for await (const chunk of input) chunks.push(chunk);
	const lines = chunks.join('').split('\n');
	const answers = lines.flatMap((line, index) => {
		if (line.trim() === '') return [];
		const { id, field, text } = parseLine(line, index + 1);
		return JSON.stringify({ id, field, spans: restoreText(text).spans.map(spanRecord) });
	});
	return answers.join('\n');
}

function parseLine(line: string, number: number): TextLine {
	try {
		const value = JSON.parse(line) as Partial<TextLine>;
		if (typeof value.text === 'string') return value as TextLine;
	} catch {
		// Said below, with the line.
	}
	throw new UsageError(
		`Unexpected line ${number} of standard input, expected JSON such as {"id": "1", "field": "abstract", "text": "…"}\nUsage: ${usage}`,
	);
}

function spanRecord({ rule, ...span }: RestoredSpan) {
	return { ...span, kind: restorationRules[rule].kind, rule };
}

async function explainPaper(id: string, folder: string): Promise<string> {
	if (!isPaperId(id))
		throw new UsageError(
			`Unexpected ${id}, expected a paper’s id, the last part of its address\nUsage: ${usage}`,
		);
	const content = await readContent(folder);
	const { papers, text } = readArchive(content);
	const paper = papers.find((candidate) => candidate.id === id);
	if (!paper) throw new UsageError(`Unexpected ${id}, expected a paper that the archive shows`);
	const restoreText = createRestorer(await readLexicon());
	const revision = currentRevision(paper);
	const { place } = revision;
	const names = content.dumps.map(({ file }) => file.basename ?? '');
	const nameOf = (digest: DigestId) =>
		names.find((name) => digestOfDump(name) === digest) ?? digest;
	const explained = fields.map((field) => {
		const decisions = text.filter(
			(decision) => decision.paper === id && decision.field === field,
		);
		const source = { path: nameOf(place.digest), place: place[field], decisions };
		return explainText(
			field,
			revision[field],
			restoreText(revision[field], source),
			place[field],
		);
	});
	return explained.join('\n\n');
}

/** The text, and each span of it with its place in the dump, its rule and what that mends. */
function explainText(
	field: string,
	received: string,
	{ plain, spans, file }: RestoredText,
	{ line, column }: { readonly line: number; readonly column: number },
): string {
	const rows = spans.map(({ start, end, rule, text, tex, href }) =>
		[
			`  ${line}:${column + start}  ${JSON.stringify(received.slice(start, end))} → ${JSON.stringify(text)}`,
			...(tex === undefined ? [] : [`      TeX   ${tex}`]),
			...(href === undefined ? [] : [`      to    ${href}`]),
			`      rule  ${rule}: ${wordsIn.en.received.rules[rule]}`,
		].join('\n'),
	);
	return [
		`${field}, ${spans.length} restored`,
		`  ${plain}`,
		...rows,
		...(file ? [formatMessages([file])] : []),
	].join('\n');
}

if (import.meta.main) await runHere(restore);
