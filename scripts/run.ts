import { reporter } from 'vfile-reporter';
import type { VFile } from 'vfile';
import { ContentError } from '../src/diagnostics.ts';
import { CorrectionError } from '../src/pipeline.ts';
import { BusyError } from '../src/disk/lock.ts';
import { UsageError } from './arguments.ts';
import { SiteError } from './check-report.ts';

/**
 * Run a script's steps. What a person can mend (content, command line, files) is said without a
 * stack; a fault of ours keeps its stack. Either way the exit code says that it failed.
 */
export async function run(steps: () => Promise<void>): Promise<void> {
	try {
		await steps();
	} catch (error) {
		process.exitCode = 1;
		console.error(explain(error));
	}
}

// Their messages say it all.
const mendable = [UsageError, CorrectionError, BusyError, SiteError];

function explain(error: unknown): string {
	if (error instanceof ContentError) return formatMessages(error.files);
	if (mendable.some((kind) => error instanceof kind)) return (error as Error).message;
	if (isSystemError(error)) return explainSystemError(error);
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
