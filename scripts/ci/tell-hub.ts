import { followedFeeds } from '../../src/feeds/archive-feeds.ts';
import { readSettingsFile } from '../../src/disk/content-folder.ts';
import { readSettings } from '../../src/pipeline/read-settings.ts';
import { runHere, type Terminal } from '../run.ts';
import { addSummary } from './runner.ts';

// Hubs answer at once, and fetch the feeds afterwards.
const patience = 20_000;

/**
 * Tell the hub of the settings, if they name one, to look at the feeds of the published site (WebSub). What comes of
 * it is said in the sum of the run, and a hub that cannot be had holds up nothing.
 */
export async function tellHub(terminal: Terminal): Promise<number> {
	const { environment, print } = terminal;
	const content = environment['OFFPRINT_CONTENT'] ?? 'content';
	const { hub } = readSettings(await readSettingsFile(content));
	const site = environment['OFFPRINT_URL'];
	if (hub === '' || !site) return 0;
	const fault = await ping(hub, site).catch((error: Error) => error.message);
	if (fault === undefined) {
		print(`${hub} was told of ${followedFeeds.length} feeds`);
		return 0;
	}
	const warning = `The hub ${hub} could not be told of the feeds: ${fault}`;
	print(`::warning title=The hub was not told::${warning.replaceAll(/\s+/g, ' ')}`);
	await addSummary(terminal, `> [!WARNING]\n> ${warning.replaceAll(/\s+/g, ' ')}`);
	return 0;
}

/** Gives what the hub has against it, if anything. */
async function ping(hub: string, site: string): Promise<string | undefined> {
	const body = new URLSearchParams({ 'hub.mode': 'publish' });
	for (const feed of followedFeeds)
		body.append('hub.url', new URL(feed.slice(1), `${site.replace(/\/?$/, '/')}`).href);
	const signal = AbortSignal.timeout(patience);
	const { ok, status } = await fetch(hub, { method: 'POST', body, signal });
	return ok ? undefined : `it answers with ${status}`;
}

if (import.meta.main) await runHere(tellHub);
