// Where the settings keep nothing for reading offline, the build leaves this file empty.
import { workerFile } from '../model/worker-address.ts';

// No worker over a connection that is not safe, none in some private windows, none where nothing may be stored.
if (import.meta.env.PROD)
	addEventListener('load', () =>
		navigator.serviceWorker?.register(import.meta.env.BASE_URL + workerFile).catch(() => {}),
	);
