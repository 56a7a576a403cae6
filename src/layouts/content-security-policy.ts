/**
 * What a page may load and run: its own files only, no inline script and no inline style.
 */
export const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
].join('; ');

/** What a page may load that only leads to another: its style sheet. An archive has thousands of these. */
export const forwardPolicy = "default-src 'none'; style-src 'self'";
