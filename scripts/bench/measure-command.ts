import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took, all its processes together. */
export interface Cost {
	/** Seconds by the clock. */
	readonly wall: number;
	/** Seconds of processor time. */
	readonly cpu: number;
	/** The most memory that all processes held at once, in bytes; 0 where the system does not tell. */
	readonly memory: number;
	readonly output: string;
}

const interval = 50;

/** Run one of the project's scripts and measure it. Rejects when it fails. */
export async function measureCommand(
	root: string,
	script: string,
	parameters: readonly string[],
): Promise<Cost> {
	const start = performance.now();
	const child = spawn(process.execPath, [`scripts/${script}.ts`, ...parameters], { cwd: root });
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	let memory = 0;
	let cpu = 0;
	const timer = setInterval(() => {
		const tree = treeOf(child.pid!);
		memory = Math.max(memory, sum(tree.map(({ rss }) => rss)));
		cpu = Math.max(cpu, sum(tree.map(({ ticks }) => ticks)) / 100);
	}, interval);
	const code = await new Promise<number | null>((done) => child.on('close', done));
	clearInterval(timer);
	if (code !== 0) throw new Error(`${script} ${parameters.join(' ')} failed:\n${output}`);
	return { wall: (performance.now() - start) / 1000, cpu, memory, output };
}

interface Process {
	readonly pid: number;
	readonly parent: number;
	/** Bytes. */
	readonly rss: number;
	/** Hundredths of a second, with those of its children that ended. */
	readonly ticks: number;
}

/** A process and all below it, as Linux tells; nothing elsewhere. */
function treeOf(root: number): Process[] {
	const all = processes();
	const tree = all.filter(({ pid }) => pid === root);
	for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
	return tree;
}

function processes(): Process[] {
	try {
		return readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name))
			.flatMap((name) => readProcess(Number(name)) ?? []);
	} catch {
		// Another system than Linux.
		return [];
	}
}

const pageSize = 4096;

function readProcess(pid: number): Process | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name stands in brackets and may hold spaces.
		const fields = stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		const [parent = 0, rss = 0] = [fields[1], fields[21]];
		return { pid, parent, rss: rss * pageSize, ticks: sum(fields.slice(11, 15)) };
	} catch {
		// It has just ended.
		return undefined;
	}
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
