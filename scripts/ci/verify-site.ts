import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { address } from '../../src/model/address.ts';
import { compareDigestIds, isDigestId } from '../../src/model/id.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { codeBlock } from '../report-markdown.ts';
import { runHere, type Terminal } from '../run.ts';
import { addSummary } from './runner.ts';

const usage =
	'node scripts/ci/verify-site.ts --url URL [--sums FILE] [--all] [--rounds N] [--pause SECONDS]';

// As many papers as make a slip of the host likely to be seen.
const sampledPapers = 20;
const sampledSearchFiles = 10;
const atOnce = 8;
const patience = 30_000;

/** A file of the site that was built. */
interface BuiltFile {
	readonly sha256: string;
	/** From the root of the site, e.g. `papers/k3v9q2x7mf/index.html`. */
	readonly name: string;
}

/**
 * Hold the published site to the one that was built: the same bytes at the same addresses, of all files or of a
 * sample. A host needs a while, so what differs is asked for again.
 */
export async function verifySite(terminal: Terminal): Promise<number> {
	const options = readOptions(terminal);
	const files = readSums(await readFile(options.sums, 'utf8'));
	const asked = options.all ? files : sample(files);
	let wrong: readonly Difference[] = [];
	let rest: readonly BuiltFile[] = asked;
	for (let round = 1; round <= options.rounds && rest.length > 0; round++) {
		if (round > 1) await delay(1000 * options.pause);
		wrong = await differences(rest, options.url, `${process.pid}-${round}`);
		rest = wrong.map(({ file }) => file);
	}
	terminal.print(`${asked.length} of ${files.length} files compared, ${wrong.length} differ`);
	if (wrong.length === 0) return 0;
	const lines = wrong.slice(0, 20).map(({ file, reason }) => `${file.name}: ${reason}`);
	terminal.warn(lines.join('\n'));
	await addSummary(terminal, `### The published site differs\n\n${codeBlock(lines.join('\n'))}`);
	return 1;
}

function readOptions({ parameters, environment }: Terminal) {
	const { values } = readArguments(parameters, usage, {
		url: { type: 'string', default: environment['OFFPRINT_URL'] ?? '' },
		sums: { type: 'string', default: 'site.sha256' },
		all: { type: 'boolean', default: environment['OFFPRINT_VERIFY'] === 'all' },
		rounds: { type: 'string', default: '20' },
		pause: { type: 'string', default: '30' },
	});
	if (!/^https?:\/\//.test(values.url))
		throw new UsageError(`Unexpected address ${values.url}\nUsage: ${usage}`);
	return {
		...values,
		url: values.url.endsWith('/') ? values.url : `${values.url}/`,
		rounds: Number(values.rounds),
		pause: Number(values.pause),
	};
}

function readSums(text: string): BuiltFile[] {
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => ({ sha256: line.slice(0, 64), name: line.slice(66) }));
}

/** The home page, the newest digest, what programs read, some papers, some files of the search. Others from build to build. */
function sample(files: readonly BuiltFile[]): BuiltFile[] {
	const digests = files.flatMap((file) => {
		const id = /^digests\/([^/]+)\/index\.html$/.exec(file.name)?.[1] ?? '';
		return isDigestId(id) ? [{ id, file }] : [];
	});
	const newest = digests.toSorted((a, b) => compareDigestIds(a.id, b.id)).at(-1);
	const fixed = files.filter(({ name }) =>
		/^(?:index\.html|urls\.txt|sitemap-index\.xml|feeds\/.*|search\/index\.html)$/.test(name),
	);
	const papers = files.filter(({ name }) => /^papers\/[^/]{10}\/index\.html$/.test(name));
	const searchFiles = files.filter(({ name }) => `/${name}`.startsWith(address.index));
	return [
		...fixed,
		...(newest ? [newest.file] : []),
		...spread(papers, sampledPapers),
		...spread(searchFiles, sampledSearchFiles),
	];
}

/** So many of them, evenly over all, from a place that the build decides. */
function spread(files: readonly BuiltFile[], count: number): BuiltFile[] {
	if (files.length <= count) return [...files];
	const sums = createHash('sha256');
	for (const { sha256 } of files) sums.update(sha256);
	const start = sums.digest().readUInt32BE(0) % files.length;
	return Array.from(
		{ length: count },
		(_, index) => files[(start + Math.floor((index * files.length) / count)) % files.length]!,
	);
}

interface Difference {
	readonly file: BuiltFile;
	readonly reason: string;
}

async function differences(
	files: readonly BuiltFile[],
	url: string,
	fresh: string,
): Promise<Difference[]> {
	const found: Difference[] = [];
	const queue = [...files];
	const work = async () => {
		for (let file = queue.shift(); file; file = queue.shift()) {
			const reason = await differenceOf(file, url, fresh);
			if (reason !== undefined) found.push({ file, reason });
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return found;
}

async function differenceOf(
	{ name, sha256 }: BuiltFile,
	url: string,
	fresh: string,
): Promise<string | undefined> {
	const path = name
		.replace(/(^|\/)index\.html$/, '$1')
		.split('/')
		.map(encodeURIComponent);
	try {
		// Asked for like this, an answer that a cache between here and the host has kept is not given.
		const response = await fetch(`${url}${path.join('/')}?fresh=${fresh}`, {
			signal: AbortSignal.timeout(patience),
		});
		const bytes = Buffer.from(await response.arrayBuffer());
		// The page for what is not there is itself no page that is there.
		if (!response.ok && name !== '404.html') return `answered ${response.status}`;
		const sum = createHash('sha256').update(bytes).digest('hex');
		return sum === sha256 ? undefined : 'other bytes than were built';
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

if (import.meta.main) await runHere(verifySite);
