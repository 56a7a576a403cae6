// Alone, so that pages carry no other address for it.

/** Of the service worker, or of what takes an earlier one away, at the root of the site. */
export const workerFile = 'sw.js';

/** The same from the root of the site. */
export const workerAddress = `/${workerFile}`;
