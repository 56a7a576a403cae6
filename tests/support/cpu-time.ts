/**
 * Milliseconds of the processor that an action takes in this thread, the best of three tries: what
 * other processes do on the machine counts as little as can be.
 */
export function cpuTime(action: () => void): number {
	let best = Infinity;
	for (let run = 0; run < 3; run++) {
		const before = process.threadCpuUsage();
		action();
		const { user, system } = process.threadCpuUsage(before);
		best = Math.min(best, (user + system) / 1000);
	}
	return best;
}
