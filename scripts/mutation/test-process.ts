import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Run } from './test-runner.ts';

/** A process that keeps the tests of a copy of the project loaded. */
export interface TestProcess {
	/** Whether the tests pass, and do so within some milliseconds. */
	passes(run: Run, patience: number): Promise<boolean>;
	end(): void;
}

/** Start it when it is first needed, and again whenever it had to be ended. */
export function createTestProcess(copy: string): TestProcess {
	let child: ChildProcess | undefined;
	const end = () => {
		// It and the workers it started.
		if (child) process.kill(-child.pid!, 'SIGKILL');
		child = undefined;
	};
	return {
		async passes(run, patience) {
			child ??= await start(copy);
			child.send(run);
			const passed = await answerOf(child, patience);
			if (passed === undefined) end();
			return passed === true;
		},
		end,
	};
}

async function start(copy: string): Promise<ChildProcess> {
	const script = join(copy, 'scripts/mutation/test-runner.ts');
	const child = fork(script, {
		cwd: copy,
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
		detached: true,
	});
	await answerOf(child, 120_000);
	return child;
}

/** What the process says next; nothing if it ends, or does not answer in time. */
function answerOf(child: ChildProcess, patience: number): Promise<unknown> {
	const { promise, resolve } = Promise.withResolvers<unknown>();
	const timer = setTimeout(resolve, patience);
	child.once('message', resolve);
	child.once('exit', () => resolve(undefined));
	return promise.finally(() => {
		clearTimeout(timer);
		child.removeAllListeners();
	});
}
