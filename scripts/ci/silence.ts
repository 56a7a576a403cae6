import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfDump } from '../../src/model/dump-name.ts';
import { isDay, digestIdParts, type Day } from '../../src/model/id.ts';
import { formatCount, formatDay } from '../../src/language/format.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { runHere, type Terminal } from '../run.ts';
import { addSummary } from './runner.ts';

const usage = 'node scripts/ci/silence.ts [--content DIR] [--today YYYY-MM-DD]';

const millisecondsADay = 24 * 60 * 60 * 1000;

/** Warn, in the sum of a run, when the feed has been silent for longer than it ever was. */
export async function silence(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		content: { type: 'string', default: terminal.environment['OFFPRINT_CONTENT'] ?? 'content' },
		today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
	});
	if (!isDay(values.today))
		throw new UsageError(`Unexpected day ${values.today}\nUsage: ${usage}`);
	const names = await readdir(join(values.content, 'dumps')).catch(() => []);
	const ids = names.map(digestOfDump).filter((id) => id !== undefined);
	const warning = silenceWarning(
		ids.map((id) => digestIdParts(id).day),
		values.today,
	);
	if (warning === undefined) return 0;
	terminal.print(`::warning title=The feed is silent::${warning}`);
	await addSummary(terminal, `> [!WARNING]\n> ${warning}`);
	return 0;
}

/** A warning when the days since the newest digest are more than ever lay between two; fewer than three days say nothing. */
export function silenceWarning(days: readonly Day[], today: Day): string | undefined {
	const sorted = [...new Set(days)].sort();
	const newest = sorted.at(-1);
	if (newest === undefined || sorted.length < 3) return undefined;
	const gaps = sorted.slice(1).map((day, index) => daysBetween(sorted[index]!, day));
	const longest = Math.max(...gaps);
	const now = daysBetween(newest, today);
	if (now <= longest) return undefined;
	return (
		`The newest digest is of ${formatDay(newest)}, ${formatCount(now, 'day')} ago. ` +
		`The longest silence before was ${formatCount(longest, 'day')}.`
	);
}

function daysBetween(first: Day, second: Day): number {
	return Math.round((Date.parse(second) - Date.parse(first)) / millisecondsADay);
}

if (import.meta.main) await runHere(silence);
