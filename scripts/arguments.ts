import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** A command line that cannot be used. Its message says what was expected. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** Parse a command line. Throws a `UsageError` that names what was not understood, with the usage. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
	parameters: readonly string[],
	usage: string,
	options: Options,
) {
	try {
		return parseArgs({ args: [...parameters], options, allowPositionals: true });
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`, {
			cause: error,
		});
	}
}
