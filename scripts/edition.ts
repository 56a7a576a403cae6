import { resolve } from 'node:path';
import { readBase, readSite } from '../src/build/build-address.ts';
import { digestEdition } from '../src/edition/digest-edition.ts';
import { formatMessage } from '../src/edition/format-message.ts';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import type { DigestId } from '../src/model/id.ts';
import { site as settings } from '../src/site.ts';
import { readArguments, UsageError } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';

const usage = `npm run -s edition -- DIGEST [--from ADDRESS] [--to ADDRESS] [--unsubscribe URL]
                               [--content DIR] [--site URL] [--base PATH]
       a digest such as 2025-04-28 as a mail message, on standard output`;

/** `npm run edition`: a digest as a mail message. */
export async function edition({ parameters, environment, print }: Terminal): Promise<number> {
	const { values, positionals } = readArguments(parameters, usage, {
		from: { type: 'string' },
		to: { type: 'string' },
		unsubscribe: { type: 'string' },
		content: { type: 'string', default: 'content' },
		site: { type: 'string' },
		base: { type: 'string' },
	});
	const [id, ...others] = positionals;
	if (id === undefined || others.length > 0) throw new UsageError(`Usage: ${usage}`);
	const site = readSite(values.site ?? environment['OFFPRINT_SITE']);
	const base = readBase(values.base ?? environment['OFFPRINT_BASE']);
	const archive = await createArchiveSource(resolve(values.content)).read();
	const digest = archive.digests.get(id as DigestId);
	if (!digest)
		throw new UsageError(
			`Unexpected ${id}, expected a digest of the archive such as ${[...archive.digests.keys()].at(-1)}\nUsage: ${usage}`,
		);
	const letter = digestEdition(digest, archive, (path) => site + base + path.slice(1));
	const {
		from = `${settings.name} <digests@${new URL(site).hostname}>`,
		to,
		unsubscribe,
	} = values;
	print((await formatMessage(letter, { from, to, unsubscribe })).trimEnd());
	return 0;
}

if (import.meta.main) await runHere(edition);
