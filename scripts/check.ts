import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expectedSite } from '../src/build/expected-site.ts';
import { checkSite, type SiteReport } from '../src/check/check-site.ts';
import { error, type Finding } from '../src/check/findings.ts';
import { readPage } from '../src/check/read-page.ts';
import { checkSums } from '../src/check/sums.ts';
import { ifMissing } from '../src/disk/missing.ts';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import { address } from '../src/model/address.ts';
import { firstWhole, registerBreaches } from '../src/pipeline/plans.ts';
import { readArguments, UsageError } from './arguments.ts';
import { formatReport, isRefused } from './check-report.ts';
import { readPublished } from './published.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run check -- [--out DIR] [--content DIR] [--published SITE [--first]] [--json]';

/** `npm run check`: hold a built site to what is promised of it. */
export async function check(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		out: { type: 'string', default: 'dist' },
		content: { type: 'string', default: terminal.environment['OFFPRINT_CONTENT'] ?? 'content' },
		published: { type: 'string' },
		first: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
	});
	const out = resolve(values.out);
	const archive = await createArchiveSource(resolve(values.content)).read();
	const last =
		values.published === undefined
			? { addresses: [], register: '' }
			: await readLast(values.published, values.first);
	const expected = expectedSite(archive, await readUrl(out));
	const report = checkSite(out, {
		...expected,
		addresses: [...expected.addresses, ...last.addresses],
	});
	const findings = [
		...report.findings,
		...(await changes(out, report)),
		...(await breaches(out, last)),
	];
	terminal.print(
		values.json
			? JSON.stringify({ ...report, sums: undefined, findings })
			: formatReport({ ...report, findings }),
	);
	return isRefused({ findings }) ? 1 : 0;
}

/** What is no longer as the build wrote it. */
async function changes(out: string, { sums }: SiteReport): Promise<Finding[]> {
	const text = await readFile(join(out, address.manifest), 'utf8').catch(() => '');
	return checkSums(text, sums, address.manifest);
}

/** What a site promised when it was published last. */
interface LastPublication {
	readonly addresses: readonly string[];
	readonly register: string;
}

/** Addresses that meant something else when they were published. */
async function breaches(out: string, { register }: LastPublication): Promise<Finding[]> {
	const now = await readFile(join(out, address.register), 'utf8').catch(ifMissing(''));
	return registerBreaches(register, now).map((message) =>
		error('changed-meaning', address.register, message),
	);
}

/**
 * Read what was published last. What is not there was never published only if a person says so, and
 * nothing of it may be there then.
 */
async function readLast(source: string, isFirst: boolean): Promise<LastPublication> {
	const urls = await readPublished(source, 'urls.txt');
	const register = await readPublished(source, 'register.jsonl');
	const missing = [
		...(urls === undefined ? ['urls.txt'] : []),
		...(register === undefined ? ['register.jsonl'] : []),
	];
	if (missing.length > 0 && !isFirst)
		throw new UsageError(
			`${source} has no ${missing.join(' and no ')}, expected what was published last. ` +
				'If nothing was published yet, say so with --first.',
		);
	if (missing.length === 0 && isFirst)
		throw new UsageError(`${source} was published before; leave out --first.`);
	return {
		addresses: urls === undefined ? [] : readAddresses(urls, source),
		register: register === undefined ? '' : readRegister(register, source),
	};
}

function readAddresses(text: string, source: string): string[] {
	const addresses = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const odd = addresses.find((address) => !/^\/[\w./-]*$/.test(address));
	if (odd === undefined && addresses.length > 0) return addresses;
	throw new UsageError(
		`Unexpected line ${(odd ?? '').slice(0, 80)} in urls.txt of ${source}, expected addresses such as /about/`,
	);
}

function readRegister(text: string, source: string): string {
	if (text === '' || firstWhole([text])) return text;
	throw new UsageError(
		`Unexpected ${text.slice(0, 80)} in register.jsonl of ${source}, expected a register that is whole`,
	);
}

/** Where a built site is to be published: its home page says so. */
async function readUrl(out: string): Promise<string> {
	const { canonical } = readPage(await readFile(join(out, 'index.html'), 'utf8'));
	if (canonical === undefined) {
		throw new UsageError(`There is no site in ${out}; \`npm run build\` makes one`);
	}
	return canonical;
}

if (import.meta.main) await runHere(check);
