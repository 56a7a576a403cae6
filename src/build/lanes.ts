import { availableParallelism } from 'node:os';

/** Runs a task when a lane is free, in the order of asking; gives what it gives. */
export type Lanes = <Result>(task: () => Promise<Result>) => Promise<Result>;

/**
 * Open lanes for what threads do beside this one, no more than it leaves processors for: a thread more
 * would only take time from the others. Once `signal` is aborted no task begins.
 */
export function openLanes(
	signal: AbortSignal,
	lanes = Math.max(1, availableParallelism() - 1),
): Lanes {
	const waiting: (() => void)[] = [];
	let free = lanes;
	const runInTurn: Lanes = async (task) => {
		if (free > 0) free--;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			signal.throwIfAborted();
			return await task();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else free++;
		}
	};
	return (task) => {
		const result = runInTurn(task);
		// Awaited when it is needed; until then a failure is nobody's yet.
		result.catch(() => {});
		return result;
	};
}

/** Have something done in a lane. Whoever asks for it before a lane has begun does it here. */
export function besideOrHere<Result>(
	lanes: Lanes,
	beside: () => Promise<Result>,
	here: () => Result | Promise<Result>,
): () => Promise<Result> {
	let begun: Promise<Result> | undefined;
	void lanes(async () => {
		if (!begun) await (begun = beside());
	});
	return async () => (begun ??= Promise.resolve(here()));
}
