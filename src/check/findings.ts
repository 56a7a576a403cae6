/** A rule of the check. The names are permanent. */
export type CheckRule =
	| 'missing-address'
	| 'changed-meaning'
	| 'broken-link'
	| 'unlisted-page'
	| 'missing-policy'
	| 'unsafe-markup'
	| 'page-structure'
	| 'malformed-text'
	| 'malformed-xml'
	| 'malformed-data'
	| 'malformed-index'
	| 'record-count'
	| 'changed-file'
	| 'unportable-name'
	| 'not-a-file'
	| 'too-large'
	| 'nearly-too-large';

/** Something of a built site that breaks a promise. */
export interface Finding {
	readonly rule: CheckRule;
	/** `warning` lets the site be published. */
	readonly severity: 'error' | 'warning';
	/** The page or file, from the root of the site. */
	readonly file: string;
	/** What was found, and what was expected. */
	readonly message: string;
}

/** A finding that keeps a site from being published. */
export function error(rule: CheckRule, file: string, message: string): Finding {
	return { rule, severity: 'error', file, message };
}
