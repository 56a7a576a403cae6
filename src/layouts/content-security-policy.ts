/**
 * The ranks of the style sheet's layers, weakest first. Stated inline, before any sheet, because the
 * first mention fixes them and a bundler orders sheets as it likes.
 */
export const layerOrder = '@layer reset, tokens, base, layout, components, utilities;';

// SHA-256 of `layerOrder`; `tests/layouts/content-security-policy.test.ts` holds the two together.
const layerOrderHash = 'sha256-PuFQm3CxVcbXHStT8BZdti2YcsUmzi3irXhdpSvN8v4=';

/**
 * What a page may load and run: its own files only, no inline script, no inline style but
 * `layerOrder`.
 */
export const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	`style-src 'self' '${layerOrderHash}'`,
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
].join('; ');
