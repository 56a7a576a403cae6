import { createHash } from 'node:crypto';
import { address } from '../model/address.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import type { Whole } from './papers-csv.ts';
import { yearlyFiles } from './papers-by-year.ts';
import { publishedFiles, type PublishedFile } from './published-files.ts';
import { jsonSchema, schemas, type RecordKind } from './records.ts';

/** What the published files hold, by path. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** The packed files of the data, and those that are about all of it, for a site at a whole address. */
export function restOfData(
	archive: ArchiveView,
	url: string,
	plain: ReadonlyMap<string, string>,
	packed: ReadonlyMap<string, Uint8Array>,
): Files {
	const whole = (path: string) => url + path.slice(1);
	const files: Files = new Map<string, string | Uint8Array>([...plain, ...packed]);
	return new Map<string, string | Uint8Array>([
		...packed,
		[address.dataPackage, dataPackage(archive, files, whole)],
		[address.api, apiIndex(archive, files, whole)],
		[address.modelsNote, modelsNote(archive, whole)],
		...(Object.keys(schemas) as RecordKind[]).map((kind): [string, string] => [
			address.schema(kind),
			jsonSchema(kind, whole(address.schema(kind))),
		]),
	]);
}

/** All files of the data of an archive but those that are about it. */
export function filesOf({ papers }: Pick<ArchiveView, 'papers'>): PublishedFile[] {
	return [...publishedFiles, ...yearlyFiles(papers.values())];
}

const binaryTypes: ReadonlySet<string> = new Set([
	'application/gzip',
	'application/vnd.apache.parquet',
]);

/** What the data is, for programs that read data packages (Frictionless). */
function dataPackage(archive: ArchiveView, files: Files, whole: Whole): string {
	return formatJson({
		profile: 'data-package',
		name: `${packageName(site.name)}-archive`,
		title: site.name,
		description: site.description,
		homepage: whole(address.home),
		version: newestDay(archive),
		resources: filesOf(archive).map((file) => ({
			name: file.name,
			path: file.path.replace(address.data, ''),
			mediatype: file.type,
			description: file.description,
			...(!binaryTypes.has(file.type) && { encoding: 'utf-8' }),
			...measure(file, files),
			...(file.lines !== undefined && {
				jsonSchema: address.schema(file.lines).replace(address.data, ''),
			}),
		})),
	});
}

/** Where everything is, for programs: `/api/v1/index.json`. */
function apiIndex(archive: ArchiveView, files: Files, whole: Whole): string {
	return formatJson({
		version: 1,
		promise:
			'Within version 1, files keep their addresses, and fields their names and meanings; fields and files may be added. ' +
			'What would break this becomes version 2 at another address, and version 1 stays.',
		site: whole(address.home),
		newest: newestDay(archive),
		counts: {
			papers: archive.papers.size,
			digests: archive.digests.size,
			systems: archive.systems.size,
			topics: archive.topics.size,
			questions: archive.questions.length,
		},
		questions: archive.questions.map(({ slug, name, query, topics, systems, isWithCode }) => ({
			name,
			query,
			topics,
			systems,
			code: isWithCode,
			page: whole(address.question(slug)),
			feed: whole(address.questionFeed(slug)),
			jsonFeed: whole(address.questionJsonFeed(slug)),
		})),
		files: filesOf(archive).map((file) => ({
			name: file.name,
			url: whole(file.path),
			type: file.type,
			description: file.description,
			...measure(file, files),
			...(file.lines !== undefined && { schema: whole(address.schema(file.lines)) }),
		})),
		feeds: whole(address.feedList),
		addresses: whole(address.urls),
	});
}

/** What a language model that is sent here should know first: `/llms.txt`. */
function modelsNote({ papers, digests, questions }: ArchiveView, whole: Whole): string {
	const links = publishedFiles.map(
		({ name, path, description }) => `- [${name}](${whole(path)}): ${description}`,
	);
	const asked = questions.map(
		({ slug, name }) =>
			`- [${name}](${whole(address.question(slug))}): [papers](${whole(address.questionJsonFeed(slug))}), newest first`,
	);
	const standing =
		asked.length === 0
			? ''
			: `\n## Standing questions\n\nSearches that are made anew with each digest.\n\n${asked.join('\n')}\n`;
	return `# ${site.name}

> ${site.description}

${papers.size} papers from ${digests.size} digests of a feed of ${site.feed.papers}: titles and abstracts; authors and days of publication only where they are known, and no full texts. A paper is at ${whole(address.papers)}ID/, a digest at ${whole(address.digests)}YYYY-MM-DD/; addresses never change. Cite a paper by its address.

## Data

${links.join('\n')}
- [index](${whole(address.api)}): all files with sizes, sums and schemas
- [feeds](${whole(address.feedList)}): all feeds as OPML
${standing}`;
}

function measure({ path }: PublishedFile, files: Files) {
	const content = files.get(path)!;
	const hash = createHash('sha256').update(content).digest('hex');
	return { bytes: Buffer.byteLength(content), hash: `sha256:${hash}` };
}

// What a name of a data package may not have.
const notInNameRe = /[^a-z0-9]+/g;

/** `lmu-papers` for “LMU Papers”. */
function packageName(name: string): string {
	const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return folded.replace(notInNameRe, ' ').trim().replaceAll(' ', '-') || 'paper';
}

function newestDay({ digests }: ArchiveView): string | undefined {
	return [...digests.values()].at(-1)?.day;
}

function formatJson(value: unknown): string {
	return `${JSON.stringify(value, undefined, '\t')}\n`;
}
