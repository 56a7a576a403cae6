// What lies at the worker's address in a site that keeps nothing. A browser that has an earlier worker of the site
// asks for it again with the next page, and gets this one, which takes away what was kept, and itself.
import { forget, worker } from './worker-scope.ts';

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) =>
	event.waitUntil(forget().then(() => worker.registration.unregister())),
);
