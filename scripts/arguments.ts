import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** A command line that cannot be used. Its message says what was expected. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** Parse the command line. Throws a `UsageError` that names what was not understood, with the usage. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
	usage: string,
	options: Options,
) {
	try {
		return parseArgs({ options, allowPositionals: true });
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`, {
			cause: error,
		});
	}
}
