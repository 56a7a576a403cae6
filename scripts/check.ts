import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expectedSite } from '../src/build/expected-site.ts';
import { checkSite, type SiteReport } from '../src/check/check-site.ts';
import type { Finding } from '../src/check/findings.ts';
import { readPage } from '../src/check/read-page.ts';
import { checkSums } from '../src/check/sums.ts';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import { address } from '../src/model/address.ts';
import { readArguments, UsageError } from './arguments.ts';
import { formatReport, isRefused } from './check-report.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run check -- [--out DIR] [--content DIR] [--published FILE-or-URL] [--json]';

/** `npm run check`: hold a built site to what is promised of it. */
export async function check(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		out: { type: 'string', default: 'dist' },
		content: { type: 'string', default: terminal.environment['OFFPRINT_CONTENT'] ?? 'content' },
		published: { type: 'string' },
		json: { type: 'boolean', default: false },
	});
	const out = resolve(values.out);
	const archive = await createArchiveSource(resolve(values.content)).read();
	const published =
		values.published === undefined ? [] : await readPublished(values.published, terminal);
	const expected = expectedSite(archive, await readUrl(out));
	const report = checkSite(out, {
		...expected,
		addresses: [...expected.addresses, ...published],
	});
	const findings = [...report.findings, ...(await changes(out, report))];
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

/** Where a built site is to be published: its home page says so. */
async function readUrl(out: string): Promise<string> {
	const { canonical } = readPage(await readFile(join(out, 'index.html'), 'utf8'));
	if (canonical === undefined) {
		throw new UsageError(`There is no site in ${out}; \`npm run build\` makes one`);
	}
	return canonical;
}

/** The addresses of the last publication, from its `urls.txt`. A site that was never published has none. */
async function readPublished(source: string, terminal: Terminal): Promise<string[]> {
	const text = /^https?:/.test(source)
		? await download(source, terminal)
		: await readFile(source, 'utf8');
	const addresses = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const odd = addresses.find((address) => !/^\/[\w./-]*$/.test(address));
	if (odd !== undefined) {
		throw new UsageError(
			`Unexpected line ${odd.slice(0, 80)} in ${source}, expected addresses such as /about/`,
		);
	}
	return addresses;
}

async function download(url: string, { warn }: Terminal): Promise<string> {
	const response = await fetch(url);
	if (response.status === 404) {
		warn(`${url} is not there: nothing was published before.`);
		return '';
	}
	if (!response.ok)
		throw new UsageError(
			`Unexpected answer ${response.status} of ${url}, expected its addresses`,
		);
	return response.text();
}

if (import.meta.main) await runHere(check);
