import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { VFile } from 'vfile';
import { ContentError, hasErrors, quote } from '../src/diagnostics.ts';
import { digestOfDump } from '../src/model/dump-name.ts';
import { digestIdParts, isDay, type Day } from '../src/model/id.ts';
import { limits } from '../src/model/limits.ts';
import { formatCount } from '../src/language/format.ts';
import { applySettings } from '../src/loaders/apply-settings.ts';
import { dumpExtension, parseDump } from '../src/parse/parse-dump.ts';
import { resolveDay } from '../src/parse/printed-date.ts';
import { site } from '../src/site.ts';
import { readArguments, UsageError } from './arguments.ts';
import { getBytes, type FetchBounds } from './fetch/get-bytes.ts';
import { userAgent } from './fetch/user-agent.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run fetch -- DAY… [--url TEMPLATE] [--content DIR] [--inbox DIR]';

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

/**
 * `npm run fetch`: get the feed's own lists of days that are over, and put them into the inbox. A day whose
 * list is here already is not asked for again: votes grow, and it would be another dump.
 */
export async function fetchDays(terminal: Terminal): Promise<number> {
	const { days, template, inbox, content } = await readOptions(terminal.parameters);
	const present = new Set([
		...(await listedDays(join(content, 'dumps'))),
		...(await listedDays(inbox)),
	]);
	let got = 0;
	for (const day of days) {
		if (present.has(day)) {
			terminal.print(`${day} is here already.`);
			continue;
		}
		if (got > 0) await delay(betweenDays);
		got++;
		terminal.print(await fetchDay(day, template, inbox));
	}
	if ((await listedDays(inbox)).length > 0)
		terminal.print('Next: `npm run ingest` takes up the inbox.');
	return 0;
}

async function readOptions(parameters: readonly string[]) {
	const { values, positionals } = readArguments(parameters, usage, {
		url: { type: 'string' },
		content: { type: 'string', default: 'content' },
		inbox: { type: 'string' },
		today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
	});
	const days = [...new Set(positionals)].sort();
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
		template,
		content: values.content,
		inbox: values.inbox ?? join(values.content, 'inbox'),
	};
}

function refuse(found: string): UsageError {
	return new UsageError(`Unexpected ${found}\nUsage: ${usage}`);
}

/** Days whose lists lie in a folder. */
async function listedDays(folder: string): Promise<Day[]> {
	const names = await readdir(folder).catch(() => []);
	return names
		.filter((name) => name.endsWith('.json'))
		.map(digestOfDump)
		.filter((id) => id !== undefined)
		.map((id) => digestIdParts(id).day);
}

/** Put a list into the inbox, whole or not at all, and say what it is. Throws a `ContentError` for what is none. */
async function fetchDay(day: Day, template: string, inbox: string): Promise<string> {
	const address = template.replaceAll(slot, day);
	const asker = { userAgent: userAgent(), accept: 'application/json' };
	const value = await getBytes(address, asker, bounds);
	const name = `${day}.json`;
	const file = new VFile({ path: name, value });
	if (isEmptyList(value)) return `${day} is empty: the feed showed nothing.`;
	const dump = parseDump(file);
	const dated = dump && resolveDay(dump.date, { fileName: name }, file);
	if (!dated || hasErrors([file])) throw new ContentError([file]);
	if (dumpExtension(file) !== '.json')
		throw new UsageError(`${address} gives no list of the feed`);
	await mkdir(inbox, { recursive: true });
	// Hidden, so that whoever reads the inbox meanwhile passes over it.
	const partial = join(inbox, `.${name}`);
	await writeFile(partial, value);
	await rename(partial, join(inbox, name));
	return `${day}  ${formatCount(dump.entries.length, 'paper')} → ${join(inbox, name)}`;
}

// `[]`
const emptyListRe = /^\s*\[\s*\]\s*$/;

function isEmptyList(value: Uint8Array): boolean {
	return value.length < 100 && emptyListRe.test(new TextDecoder().decode(value));
}

if (import.meta.main) await runHere(fetchDays);
