import { reporter } from 'vfile-reporter';
import type { VFile } from 'vfile';
import { ContentError } from '../src/diagnostics.ts';

/** What a script is told, and where it speaks: those of the process, or a test's own. */
export interface Terminal {
	/** The command line, e.g. `['--out', 'dist']`. */
	readonly parameters: readonly string[];
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly input: AsyncIterable<string>;
	/** A line, or several, to standard output. */
	print(text: string): void;
	/** A line, or several, to standard error. */
	warn(text: string): void;
}

/** The steps of a script. Gives the exit code; what it throws is explained and means 1. */
export type Script = (terminal: Terminal) => Promise<number>;

/** Run a script in this process, as its own command. */
export async function runHere(script: Script): Promise<void> {
	process.exitCode = await run(script, {
		parameters: process.argv.slice(2),
		environment: process.env,
		input: process.stdin.setEncoding('utf8'),
		print: console.log,
		warn: console.error,
	});
}

/**
 * Run a script; gives the exit code. What a person can mend (content, command line, files) is said
 * without a stack; a fault of ours keeps its stack.
 */
export async function run(script: Script, terminal: Terminal): Promise<number> {
	try {
		return await script(terminal);
	} catch (error) {
		terminal.warn(explain(error));
		return 1;
	}
}

// Their messages say it all. By name, so that a script loads no more than it uses.
const mendable = new Set(['UsageError', 'CorrectionError', 'BusyError', 'SiteError', 'FetchError']);

function explain(error: unknown): string {
	if (error instanceof ContentError) return formatMessages(error.files);
	if (error instanceof Error && mendable.has(error.name)) return error.message;
	if (isSystemError(error)) return explainSystemError(error);
	if (isRefusedDatabase(error)) return `The disk: ${error.message}`;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Messages in the form of `vfile-reporter`, with notes and causes. */
export function formatMessages(files: readonly VFile[]): string {
	return reporter([...files], { verbose: true, quiet: false, silent: false });
}

const systemReasons: Record<string, string> = {
	ENOENT: 'no such file or folder',
	EISDIR: 'is a folder, expected a file',
	EACCES: 'no permission',
	EROFS: 'the file system is read-only',
	ENOSPC: 'no space left on the device',
};

/** Of the disk. A write to a file that is open names no path. */
interface SystemError extends Error {
	readonly code: string;
	readonly path?: string;
}

function isSystemError(error: unknown): error is SystemError {
	return error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
}

function explainSystemError({ code, path, message }: SystemError): string {
	const reason = systemReasons[code] ?? message;
	return path === undefined ? `The disk: ${reason}` : `${path}: ${reason}`;
}

// SQLITE_READONLY, _IOERR, _FULL and _CANTOPEN; their first byte is the kind.
const refusals: ReadonlySet<number> = new Set([8, 10, 13, 14]);

/** Whether a database that was to be made found no room, or no place: SQLite says so in words, such as `database or disk is full`. */
function isRefusedDatabase(error: unknown): error is Error {
	return (
		error instanceof Error && 'errcode' in error && refusals.has(Number(error.errcode) & 0xff)
	);
}
