import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { VFile } from 'vfile';
import { relateLists } from '../src/archive/grown-lists.ts';
import { parseLedger } from '../src/archive/ledger.ts';
import { manifestLines } from '../src/archive/manifest.ts';
import { createWithdrawnLists } from '../src/archive/withdrawn-lists.ts';
import { ContentError, hasErrors, quote } from '../src/diagnostics.ts';
import { readContent } from '../src/disk/content-folder.ts';
import { digestOfDump } from '../src/model/dump-name.ts';
import { digestIdParts, isDay, type Day } from '../src/model/id.ts';
import { limits } from '../src/model/limits.ts';
import { formatCount } from '../src/language/format.ts';
import { applySettings } from '../src/loaders/apply-settings.ts';
import { dumpExtension, parseDump } from '../src/parse/parse-dump.ts';
import { resolveDay } from '../src/parse/printed-date.ts';
import { site } from '../src/site.ts';
import { readArguments, UsageError } from './arguments.ts';
import { readEmptyDays, recordEmptyDay, writeWhole } from './fetch/empty-days.ts';
import { getBytes, type FetchBounds } from './fetch/get-bytes.ts';
import { userAgent } from './fetch/user-agent.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run fetch -- [DAY…] [--last N] [--url TEMPLATE] [--content DIR] [--inbox DIR]';

// The place of the day in a template.
const slot = '{day}';
const bounds: FetchBounds = {
	size: limits.file,
	answer: 30_000,
	total: 300_000,
	retries: 4,
	pause: 1_000,
	wait: 120_000,
};
// Between two days, out of courtesy.
const betweenDays = 1_000;
const millisecondsADay = 24 * 60 * 60 * 1000;
const mostLast = 31;

/**
 * `npm run fetch`: get the feed's own lists of days that are over, and put them into the inbox. Of a day that
 * is known nothing is asked again, but of the last ones: there a list with more papers is the day grown. A
 * day that cannot be had holds up no other.
 */
export async function fetchDays(terminal: Terminal): Promise<number> {
	const options = await readOptions(terminal.parameters);
	const empty = await readEmptyDays(options.content);
	const failures: unknown[] = [];
	let asked = 0;
	const withdrawnAs = await readWithdrawnLists(options.content);
	for (const day of options.days) {
		const present = await listsOf(day, options);
		if (!options.recent.has(day) && (present.length > 0 || empty.has(day))) {
			terminal.print(present.length > 0 ? `${day} is here already.` : `${day} was empty.`);
			continue;
		}
		if (asked++ > 0) await delay(betweenDays);
		try {
			terminal.print(await fetchDay(day, options, { present, withdrawnAs }));
		} catch (error) {
			if (failures.length > 0) terminal.warn(String((error as Error).message));
			failures.push(error);
		}
	}
	if ((await filesOf(options.inbox)).length > 0)
		terminal.print('Next: `npm run ingest` takes up the inbox.');
	if (failures.length > 0) throw failures[0];
	return 0;
}

async function readOptions(parameters: readonly string[]) {
	const { values, positionals } = readArguments(parameters, usage, {
		url: { type: 'string' },
		last: { type: 'string', default: '0' },
		content: { type: 'string', default: 'content' },
		inbox: { type: 'string' },
		today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
	});
	const recent = new Set(lastDays(values.last, values.today));
	const days = [...new Set([...positionals, ...recent])].sort();
	if (days.length === 0) throw refuse('no day, expected one such as 2026-04-28');
	for (const day of days) {
		if (!isDay(day)) throw refuse(`${quote(day)}, expected a day such as 2026-04-28`);
		if (day >= values.today) throw refuse(`${day}, expected a day that is over`);
	}
	await applySettings(values.content);
	const template = values.url ?? site.feed.address;
	if (!/^https?:\/\//.test(template) || !template.includes(slot))
		throw refuse(`address ${quote(template)}, expected one with \`${slot}\` in it`);
	return {
		days: days as Day[],
		recent,
		template,
		content: values.content,
		inbox: values.inbox ?? join(values.content, 'inbox'),
	};
}

type Options = Awaited<ReturnType<typeof readOptions>>;

/** So many days before today, the last of them yesterday. */
function lastDays(last: string, today: string): string[] {
	const count = Number(last);
	if (!Number.isInteger(count) || count < 0 || count > mostLast)
		throw refuse(`--last ${quote(last)}, expected a number of days up to ${mostLast}`);
	return Array.from({ length: count }, (_, index) =>
		new Date(Date.parse(today) - (index + 1) * millisecondsADay).toISOString().slice(0, 10),
	);
}

function refuse(found: string): UsageError {
	return new UsageError(`Unexpected ${found}\nUsage: ${usage}`);
}

/** The lists of a day that are here, in the inbox or among the dumps. */
async function listsOf(
	day: Day,
	{ content, inbox }: Pick<Options, 'content' | 'inbox'>,
): Promise<VFile[]> {
	const folders = [join(content, 'dumps'), inbox];
	const paths = await Promise.all(folders.map(filesOf));
	const ofDay = paths.flat().filter((path) => {
		const id = path.endsWith('.json') ? digestOfDump(basename(path)) : undefined;
		return id !== undefined && digestIdParts(id).day === day;
	});
	return Promise.all(ofDay.map(async (path) => new VFile({ path, value: await readFile(path) })));
}

/** What tells a list that was withdrawn; what is wrong with the files that say so, ingest tells. */
async function readWithdrawnLists(folder: string): Promise<Known['withdrawnAs']> {
	const { manifest, ledger, dumps } = await readContent(folder);
	return createWithdrawnLists({
		manifest: manifestLines(manifest),
		ledger: parseLedger(ledger),
		present: new Set(dumps.map(({ file }) => file.stem)),
	});
}

async function filesOf(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch(() => []);
	return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
}

/** What is known of the lists of a day. */
interface Known {
	readonly present: readonly VFile[];
	readonly withdrawnAs: ReturnType<typeof createWithdrawnLists>;
}

/** Put a list into the inbox, whole or not at all, and say what it is. Throws a `ContentError` for what is none. */
async function fetchDay(
	day: Day,
	{ template, inbox, content }: Options,
	{ present, withdrawnAs }: Known,
): Promise<string> {
	const address = template.replaceAll(slot, day);
	const asker = { userAgent: userAgent(), accept: 'application/json' };
	const value = await getBytes(address, asker, bounds);
	const name = `${day}.json`;
	const file = new VFile({ path: name, value });
	if (isEmptyList(value)) {
		if (present.length > 0) return `${day} is empty by now, and stays as it is here.`;
		await recordEmptyDay(content, day, true);
		return `${day} is empty: the feed showed nothing.`;
	}
	const dump = parseDump(file);
	const dated = dump && resolveDay(dump.date, { fileName: name }, file);
	if (!dated || hasErrors([file])) throw new ContentError([file]);
	if (dumpExtension(file) !== '.json')
		throw new UsageError(`${address} gives no list of the feed`);
	await recordEmptyDay(content, day, false);
	const relations = present.map((list) =>
		relateLists(parseDump(list)?.entries ?? [], dump.entries),
	);
	const isNew = relations.length === 0 || relations.includes('grown');
	if (!isNew || relations.includes('same')) return `${day} is as it was.`;
	const former = withdrawnAs({ day, entries: dump.entries });
	if (former !== undefined) return `${day} is as ${former} was, which was withdrawn.`;
	await writeWhole(join(inbox, name), value);
	const grown = present.length > 0 ? ', more than before' : '';
	return `${day}  ${formatCount(dump.entries.length, 'paper')}${grown} → ${join(inbox, name)}`;
}

// `[]`
const emptyListRe = /^\s*\[\s*\]\s*$/;

function isEmptyList(value: Uint8Array): boolean {
	return value.length < 100 && emptyListRe.test(new TextDecoder().decode(value));
}

if (import.meta.main) await runHere(fetchDays);
