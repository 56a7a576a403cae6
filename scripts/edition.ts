import { resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import { buildAddress } from '../src/build/build-address.ts';
import { digestEdition } from '../src/edition/digest-edition.ts';
import { formatMessage, type Envelope } from '../src/edition/format-message.ts';
import { applySettings } from '../src/loaders/apply-settings.ts';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import type { DigestId } from '../src/model/id.ts';
import { site as settings } from '../src/site.ts';
import { answersOf } from '../src/watch/answers-of.ts';
import { readArguments, UsageError } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';

const usage = `npm run -s edition -- DIGEST [--from ADDRESS] [--to ADDRESS] [--unsubscribe URL]
                               [--content DIR] [--site URL] [--base PATH] [--send]
       a digest such as 2025-04-28 as a mail message, on standard output; with --send to the one it is for,
       by the server that OFFPRINT_SMTP names: smtps://user:password@mail.example.org`;

/** `npm run edition`: a digest as a mail message. */
export async function edition({ parameters, environment, print }: Terminal): Promise<number> {
	const { values, positionals } = readArguments(parameters, usage, {
		from: { type: 'string' },
		to: { type: 'string' },
		unsubscribe: { type: 'string' },
		content: { type: 'string', default: 'content' },
		site: { type: 'string' },
		base: { type: 'string' },
		send: { type: 'boolean', default: false },
	});
	const [id, ...others] = positionals;
	if (id === undefined || others.length > 0) throw new UsageError(`Usage: ${usage}`);
	await applySettings(resolve(values.content));
	const { site, base } = buildAddress(
		values.site ?? environment['OFFPRINT_SITE'],
		values.base ?? environment['OFFPRINT_BASE'],
		settings,
	);
	const archive = await createArchiveSource(resolve(values.content)).read();
	const digest = archive.digests.get(id as DigestId);
	if (!digest)
		throw new UsageError(
			`Unexpected ${id}, expected a digest of the archive such as ${[...archive.digests.keys()].at(-1)}\nUsage: ${usage}`,
		);
	const answers = await answersOf(archive);
	const letter = digestEdition(digest, archive, answers, (path) => site + base + path.slice(1));
	const {
		from = `"${settings.name.replace(/["\\]/g, '')}" <digests@${new URL(site).hostname}>`,
		to,
		unsubscribe,
	} = values;
	const message = await formatMessage(letter, { from, to, unsubscribe });
	if (!values.send) print(message.trimEnd());
	else print(await send(message, { from, to }, environment['OFFPRINT_SMTP']));
	return 0;
}

/** Hand a message to the server; gives what it said. */
async function send(
	raw: string,
	{ from, to }: Pick<Envelope, 'from' | 'to'>,
	server: string | undefined,
): Promise<string> {
	if (to === undefined || !server)
		throw new UsageError(`Expected --to and OFFPRINT_SMTP with --send\nUsage: ${usage}`);
	const { response } = await createTransport(server).sendMail({ envelope: { from, to }, raw });
	return `${to}: ${response}`;
}

if (import.meta.main) await runHere(edition);
