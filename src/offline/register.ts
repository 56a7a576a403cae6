// Where the settings keep nothing for reading offline, the build leaves this file empty.
import { href } from '../components/href.ts';
import { workerAddress } from '../model/address.ts';

const { serviceWorker } = navigator;

// Not over a connection that is not safe, nor in every private window.
if (import.meta.env.PROD && serviceWorker) addEventListener('load', () => void register());

async function register(): Promise<void> {
	const isFirst = !serviceWorker.controller;
	try {
		await serviceWorker.register(href(workerAddress));
	} catch {
		// A browser that stores nothing.
		return;
	}
	if (!isFirst) return;
	const { active } = await serviceWorker.ready;
	const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
	active!.postMessage([location.href, ...loaded], []);
}
