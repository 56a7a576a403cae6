import { readFile } from 'node:fs/promises';
import type { Register } from '../src/archive/register.ts';
import { readGitStanding } from '../src/disk/git-branches.ts';
import { standingAt } from '../src/disk/missing.ts';
import { readContent } from '../src/disk/content-folder.ts';
import { formatCount } from '../src/language/format.ts';
import { readArchive } from '../src/pipeline.ts';
import { readRegister, registerBreaches } from '../src/pipeline/plans.ts';
import { readArguments, UsageError } from './arguments.ts';
import { readPublished } from './published.ts';
import { holdToGit, noteLeftOut } from './repair-content.ts';
import { formatMessages, runHere, type Terminal } from './run.ts';

const usage = 'npm run verify -- [--content DIR] [--against SITE-or-FILE]';

/**
 * `npm run verify`: hold the archive to what was promised of it, without building it and without a
 * network: every dump, every id, every address, and a register that was kept from before.
 */
export async function verify({ parameters, environment, print, warn }: Terminal): Promise<number> {
	const { values } = readArguments(parameters, usage, {
		content: { type: 'string', default: environment['OFFPRINT_CONTENT'] ?? 'content' },
		against: { type: 'string' },
	});
	if (!(await standingAt(values.content)))
		throw new UsageError(
			`There is no folder ${values.content}, expected the folder of an archive`,
		);
	const content = await readContent(values.content);
	// Throws with every message, if a dump, an id or an address is not what it was.
	const { digests, papers, former } = readArchive(content);
	const { against } = values;
	const breaches =
		against === undefined
			? []
			: registerBreaches(await readKept(against), String(content.register));
	if (breaches.length > 0) {
		warn([`The register does not extend that of ${against}:`, ...breaches].join('\n  '));
		return 1;
	}
	const standing = await readGitStanding(values.content);
	holdToGit(values.content, content.register, standing);
	const notes = noteLeftOut(standing, content.register);
	if (notes.length > 0) warn(formatMessages(notes));
	print(
		[
			`${formatCount(digests.length, 'dump')} and the ledger are as ingest and the corrections say`,
			`${formatCount(papers.length + former.length, 'paper')}: each id was minted from a wording that the archive has`,
			...registerFacts(readRegister(content.register)),
			...(against === undefined ? [] : [`The register extends that of ${against}`]),
		].join('\n'),
	);
	return 0;
}

function registerFacts({ meanings, head }: Register): string[] {
	return [
		`${formatCount(meanings.size, 'address', 'addresses')}: each means what it was given for`,
		`The last line of the register has the SHA-256 ${head}; whoever keeps it can prove later that nothing before it was changed`,
	];
}

/** A register from before: a file, or that of a site. */
async function readKept(source: string): Promise<string> {
	const stats = /^https?:/.test(source) ? undefined : await standingAt(source);
	if (stats?.isFile()) return readFile(source, 'utf8');
	const text = await readPublished(source, 'register.jsonl');
	if (text !== undefined) return text;
	throw new UsageError(`${source} has no register.jsonl, expected a site, or a register itself`);
}

if (import.meta.main) await runHere(verify);
