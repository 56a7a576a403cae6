/** Of the service worker, or of what takes an earlier one away, from the root of the site; alone, so that pages carry no other address for it. */
export const workerAddress = '/sw.js';
