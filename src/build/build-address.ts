import type { Settings } from '../model/settings.ts';

/**
 * Where a site is published: as it is given, else by the archive's settings, whose path counts only with
 * their origin. Throws when that is no origin, or no path.
 */
export function buildAddress(
	site: string | undefined,
	base: string | undefined,
	settings: Pick<Settings, 'address'>,
): { readonly site: string; readonly base: string } {
	const own = new URL(settings.address);
	return {
		site: site ? readSite(site) : own.origin,
		base: readBase(base || (site ? '/' : own.pathname)),
	};
}

/** An origin, e.g. `https://example.org`. */
function readSite(value: string): string {
	if (!/^https?:\/\/[^/]+\/?$/.test(value)) {
		throw new RangeError(
			`Unexpected site ${value}, expected an origin such as https://example.org`,
		);
	}
	return new URL(value).origin;
}

// `/`, `/repo/`, `/a/b/`
const baseRe = /^\/(?:[\w.~-]+\/)*$/;

/** The base path with slashes at both ends: `/repo/` for `repo`, `/repo` and `/repo/`. */
function readBase(value: string): string {
	const base = `/${value.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
	if (!baseRe.test(base)) {
		throw new RangeError(`Unexpected base ${value}, expected a path such as /repo/`);
	}
	return base;
}
