/**
 * What a page may load and run: its own files only, no inline script and no inline style. Pagefind
 * needs WebAssembly and a worker.
 */
export const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self' blob:",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
].join('; ');
