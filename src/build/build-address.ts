import { site } from '../site.ts';

/** The origin to publish under, e.g. `https://example.org`; this site's own when nothing is given. Throws when it is no web address. */
export function readSite(value: string | undefined): string {
	if (!value) return site.url;
	if (!/^https?:\/\/[^/]+\/?$/.test(value)) {
		throw new RangeError(
			`Unexpected site ${value}, expected an origin such as https://example.org`,
		);
	}
	return new URL(value).origin;
}

// `/`, `/repo/`, `/a/b/`
const baseRe = /^\/(?:[\w.~-]+\/)*$/;

/** The base path with slashes at both ends: `/repo/` for `repo`, `/repo` and `/repo/`; `/` for nothing. Throws when it is no path. */
export function readBase(value: string | undefined): string {
	const base = `/${(value ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
	if (!baseRe.test(base)) {
		throw new RangeError(`Unexpected base ${value}, expected a path such as /repo/`);
	}
	return base;
}
