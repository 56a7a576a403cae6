import { VFileMessage } from 'vfile-message';
import type { VFile } from 'vfile';

/** Place in a dump, line and column counted from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

interface Diagnostic {
	/** `error` refuses the file; `warning` accepts it. */
	readonly severity: 'error' | 'warning';
	/** `{found}` stands for what was found. */
	readonly reason: string;
	/** How to mend it, and what state things are in. */
	readonly note: string;
}

const untouched = 'Nothing was written.';

/**
 * Everything that is said about content. The names are permanent, and each has a heading in
 * `CONTRIBUTING.md`.
 */
export const diagnostics = {
	'more-of-it': {
		severity: 'error',
		reason: 'Unexpected number of {found}s, expected at most 25 in a file',
		note: 'The others are not listed. Mend these first.',
	},
	'empty-file': {
		severity: 'error',
		reason: 'Unexpected empty file, expected a dump',
		note: `Copy the whole page of the feed into the file again. ${untouched}`,
	},
	'too-large': {
		severity: 'error',
		reason: 'Unexpected size of {found}, expected at most 16 MB',
		note: `A dump holds some 50 to 140 papers. Split the file by day. ${untouched}`,
	},
	'not-a-file': {
		severity: 'error',
		reason: 'Unexpected {found}, expected a file',
		note: `Hand in the file itself. ${untouched}`,
	},
	'invalid-utf-8': {
		severity: 'error',
		reason: 'Unexpected bytes `{found}`, expected UTF-8',
		note: `Save the file as UTF-8 (in most editors: “Save with encoding”). ${untouched}`,
	},
	'binary-file': {
		severity: 'error',
		reason: 'Unexpected {found}, expected a dump in plain text',
		note: `Hand in the feed's page as plain text. ${untouched}`,
	},
	'html-file': {
		severity: 'error',
		reason: 'Unexpected HTML `{found}`, expected a dump in plain text',
		note: `Copy the text of the page, not its source. ${untouched}`,
	},
	'json-file': {
		severity: 'error',
		reason: 'Unexpected JSON `{found}`, expected a dump in plain text',
		note: `Hand in the feed's page as plain text. ${untouched}`,
	},
	'lfs-pointer': {
		severity: 'error',
		reason: 'Unexpected Git LFS pointer `{found}`, expected the dump itself',
		note: `Run \`git lfs pull\`, or copy the file from where it came. ${untouched}`,
	},
	'merge-conflict': {
		severity: 'error',
		reason: 'Unexpected conflict marker `{found}`, expected a dump as it came',
		note: `Take one side as it was; a dump is never merged. ${untouched}`,
	},
	'error-page': {
		severity: 'error',
		reason: 'Unexpected error page `{found}`, expected a dump',
		note: `The server did not give the feed. Fetch it again. ${untouched}`,
	},
	'unsafe-file-name': {
		severity: 'error',
		reason: 'Unexpected file name `{found}`, expected printable characters',
		note: `Rename the file. ${untouched}`,
	},
	'not-text': {
		severity: 'error',
		reason: 'Unexpected {found}, expected text',
		note: `Hand in the feed's page as plain text. ${untouched}`,
	},
	'wrong-header': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected the header block',
		note:
			'A dump begins with five blocks, separated by blank lines: `new`, `Get trending papers in your email inbox!`, ' +
			`\`Subscribe\`, \`byAK and the research community\`, and the date. Restore them. ${untouched}`,
	},
	'missing-date': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a date such as `Mar 11`',
		note: `The fifth block of a dump is its date. Restore it. ${untouched}`,
	},
	'impossible-date': {
		severity: 'error',
		reason: 'Unexpected date `{found}`, expected a day of the calendar',
		note: `Correct the date block, or the year that was given. ${untouched}`,
	},
	'missing-year': {
		severity: 'error',
		reason: 'Unexpected date `{found}` without a year, expected one to be had',
		note:
			'Give it with `--year YYYY`, or name the file by its date (`2025-03-11.txt`). ' +
			`It is never guessed from the clock. ${untouched}`,
	},
	'date-conflict': {
		severity: 'error',
		reason: 'Unexpected date `{found}`, expected what the file name and `--year` say',
		note: `Correct whichever is wrong: the date block, the file name or \`--year\`. ${untouched}`,
	},
	'day-before-month': {
		severity: 'warning',
		reason: 'Unexpected order in date `{found}`, expected the month first',
		note: 'It was read as that day of that month.',
	},
	'missing-entries': {
		severity: 'error',
		reason: 'Unexpected end of file, expected papers after the date',
		note: `Copy the whole page of the feed into the file again. ${untouched}`,
	},
	'title-without-abstract': {
		severity: 'error',
		reason: 'Unexpected title without abstract `{found}`, expected title/abstract pairs',
		note: `Restore the abstract, or remove the title, then ingest again. ${untouched}`,
	},
	'abstract-without-title': {
		severity: 'error',
		reason: 'Unexpected abstract without title `{found}`, expected title/abstract pairs',
		note:
			'Restore the title before it; if it is the second paragraph of the abstract above, join the two with a space. ' +
			untouched,
	},
	'header-in-middle': {
		severity: 'error',
		reason: 'Unexpected header line `{found}` among the papers, expected title/abstract pairs',
		note: `Two dumps were joined, or a line was copied by mistake. Hand in one file a dump. ${untouched}`,
	},
	'too-long': {
		severity: 'error',
		reason: 'Unexpected length of {found} characters, expected at most 1,000 in a title and 20,000 in an abstract',
		note: `Check for missing blank lines. ${untouched}`,
	},
	'long-title': {
		severity: 'warning',
		reason: 'Unexpected length of {found} characters in a title, expected at most 200',
		note: 'It was accepted. Check that it is a title.',
	},
	'short-abstract': {
		severity: 'warning',
		reason: 'Unexpected length of {found} characters in an abstract, expected at least 160',
		note: 'It was accepted. Check that the abstract is whole.',
	},
	'odd-character': {
		severity: 'warning',
		reason: 'Unexpected character {found}, expected printable text',
		note: 'It was accepted and is kept in the dump. Check that the text was copied well.',
	},
	'file-name': {
		severity: 'error',
		reason: 'Unexpected file name `{found}`, expected `<yyyy-mm-dd>.txt`',
		note: 'Only ingest names dumps. Move the file elsewhere and run `npm run ingest -- FILE`.',
	},
	'invalid-ledger-line': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a line of the ledger',
		note: 'The ledger is written by ingest alone. Restore it from version control.',
	},
	'contradictory-ledger-line': {
		severity: 'error',
		reason: 'Unexpected second paper `{found}` for a wording, expected one paper a wording',
		note: 'The ledger is written by ingest alone. Restore it from version control.',
	},
	'unknown-wording': {
		severity: 'error',
		reason: 'Unexpected paper `{found}` without a line in the ledger, expected all to have one',
		note: 'Run `npm run ingest`, which takes up what lies in `content/dumps`, and commit the ledger with the dump.',
	},
	'lost-wording': {
		severity: 'error',
		reason: 'Unexpected loss of `{found}`, expected every wording of the ledger in its dump',
		note: 'A dump was edited, renamed or deleted. Restore it from version control: published addresses depend on it.',
	},
	'invalid-manifest-line': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a line of the manifest such as `<sha-256>  dumps/2025-03-11.txt`',
		note: 'The manifest is written by ingest alone. Restore it from version control.',
	},
	'invalid-name-line': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a line of the names with an address of its own',
		note: 'The names are written by ingest alone. Restore them from version control.',
	},
	'invalid-topic-decision': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a decision on topics',
		note: '`content/topics.yaml` has `names` and `merged`, each from phrase to phrase, and `forbidden`, a list of phrases.',
	},
	'lost-dump': {
		severity: 'error',
		reason: 'Unexpected loss of dump `{found}`, expected every dump of the manifest',
		note:
			'Its address was published, and those of its papers. Restore it from version control, or, if it was withdrawn ' +
			'on purpose, say so: `npm run correct -- withdraw DIGEST --reason "…"`.',
	},
	'edited-dump': {
		severity: 'error',
		reason: 'Unexpected bytes in `{found}`, expected those that were ingested',
		note:
			'A dump is kept byte for byte. Restore it from version control, or, if it was changed on purpose, say so: ' +
			'`npm run correct -- accept DIGEST --reason "…"`.',
	},
	'unrecorded-dump': {
		severity: 'error',
		reason: 'Unexpected dump `{found}`, expected all to be ingested',
		note: 'Run `npm run ingest`, which takes up what lies in `content/dumps`, and commit what it writes.',
	},
	'invalid-correction': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a correction',
		note:
			'A correction is an item of `merged` (paper, into, date, reason), `removed` (paper, date, reason), ' +
			'`dumps` (digest, sha256 or `withdrawn: true`, date, reason) or `text` (paper, field, received, one of `tex`, ' +
			'`text` or `keep: true`, date, reason).',
	},
	'unknown-paper': {
		severity: 'error',
		reason: 'Unexpected paper `{found}`, expected one of the ledger',
		note: 'A paper’s id is in its address. Correct it in `content/corrections.yaml`.',
	},
	'unknown-digest': {
		severity: 'error',
		reason: 'Unexpected digest `{found}`, expected one of the manifest',
		note: 'A digest’s id is in its address. Correct it in `content/corrections.yaml`.',
	},
	'circular-merge': {
		severity: 'error',
		reason: 'Unexpected merge of `{found}` into itself, expected merges to end at a paper',
		note: 'Take one of the merges out of `content/corrections.yaml`.',
	},
	'two-papers-claim-it': {
		severity: 'warning',
		reason: 'Unexpected entry with the title of one paper and the abstract of another, `{found}`, expected one paper',
		note: 'It was taken as the paper with the same abstract.',
	},
	'near-miss': {
		severity: 'warning',
		reason: 'Unexpected likeness `{found}`, expected papers to be told apart with ease',
		note: 'It became a paper of its own. If the two are one, say so: `npm run correct -- merge NEW OLD` with the ids above.',
	},
	'same-title': {
		severity: 'warning',
		reason: 'Unexpected same title with an unrelated abstract, `{found}`, expected another title',
		note:
			'It became a paper of its own; the first keeps its address. If the two are one, say so: ' +
			'`npm run correct -- merge NEW OLD` with the ids above.',
	},
	'formula-not-set': {
		severity: 'warning',
		reason: 'Unexpected formula `{found}`, expected TeX that can be typeset',
		note:
			'The text is shown as it came. If it is a formula, say how it is written under `text` in ' +
			'`content/corrections.yaml`; if a rule took it for one, add the case to `tests/enrich/restore`.',
	},
	'unknown-passage': {
		severity: 'error',
		reason: 'Unexpected passage `{found}`, expected one of that paper’s text as received',
		note: 'Copy it from the dump, character by character. `npm run restore -- --paper ID` shows the text.',
	},
	'repeated-paper': {
		severity: 'warning',
		reason: 'Unexpected second entry of `{found}` in one dump, expected each paper once',
		note: 'It was accepted as the same paper, printed twice.',
	},
} as const satisfies Record<string, Diagnostic>;

/** Permanent name of a diagnostic. */
export type DiagnosticName = keyof typeof diagnostics;

// Long enough to recognise a title, short enough for one line of a terminal.
const longestQuote = 80;

// Of one severity in one file. Who mends so many has seen what is wrong with the file.
const mostMessages = 25;

declare module 'vfile' {
	interface DataMap {
		/** How many messages of each severity were filed or left out. */
		reported?: Record<'error' | 'warning', number>;
	}
}

/**
 * File a message on the file it is about. Errors are `fatal: true`, warnings `fatal: false`.
 * `found` is quoted with control characters made visible, so that no dump can write to a terminal
 * or to a CI log. After 25 of a severity one says that there are more.
 */
export function report(
	file: VFile,
	name: DiagnosticName,
	found: string,
	place?: Place,
	cause?: VFileMessage,
): void {
	const { severity } = diagnostics[name];
	const reported = (file.data.reported ??= { error: 0, warning: 0 });
	reported[severity]++;
	if (reported[severity] <= mostMessages) fileMessage(file, name, severity, found, place, cause);
	else if (reported[severity] === mostMessages + 1)
		fileMessage(file, 'more-of-it', severity, severity, place);
}

function fileMessage(
	file: VFile,
	name: DiagnosticName,
	severity: 'error' | 'warning',
	found: string,
	place?: Place,
	cause?: VFileMessage,
): void {
	const { reason, note }: Diagnostic = diagnostics[name];
	const message = file.message(
		reason.replace('{found}', () => quote(found)),
		{
			...(place && { place: { line: place.line, column: place.column } }),
			...(cause && { cause }),
			ruleId: name,
			source: 'digests',
		},
	);
	message.fatal = severity === 'error';
	message.note = note;
	message.actual = found;
}

/** The other place involved in a message, to be its cause. */
export function otherPlace(name: DiagnosticName, reason: string, place: Place): VFileMessage {
	return new VFileMessage(reason, {
		place: { line: place.line, column: place.column },
		ruleId: name,
		source: 'digests',
	});
}

/** Whether any of the files was refused. */
export function hasErrors(files: readonly VFile[]): boolean {
	return files.some((file) => file.messages.some((message) => message.fatal === true));
}

/** Text on one line, shortened, with control and bidirectional characters escaped (`\u202e`). */
export function quote(text: string): string {
	return escapeControls(
		text.length > longestQuote ? `${text.slice(0, longestQuote - 1)}…` : text,
	);
}

/** Text with control, bidirectional and unpaired characters escaped (`\u202e`). */
export function escapeControls(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
		(character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
	);
}
