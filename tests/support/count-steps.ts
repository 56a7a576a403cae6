// Run as a process of its own: `count-steps.ts FILE` prints the steps that each subject of the file
// takes for each of its patterns, at one length and at four times of it, as JSON.
import { Session } from 'node:inspector';
import { pathToFileURL } from 'node:url';
import type { Subject } from '../promises/subjects.ts';

/** Subject, pattern, and the steps for one length and for four times of it. */
export type StepCount = readonly [
	subject: string,
	pattern: string,
	once: number,
	fourTimes: number,
];

const session = new Session();

// Before anything that is counted is loaded: V8 counts blocks of what it compiles from here on.
session.connect();
ask('Profiler.enable');
ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

interface Coverage {
	readonly result: readonly {
		readonly url: string;
		readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
	}[];
}

/** Ask the engine; it answers at once. */
function ask<Answer>(method: string, parameters: object = {}): Answer {
	let answer: unknown;
	session.post(method, parameters, (error: Error | null, result?: object) => {
		if (error) throw error;
		answer = result;
	});
	return answer as Answer;
}

/**
 * Count the steps of an action: how often each block of code ran, the project's and its packages',
 * and how many characters searches looked at. It is the same on any machine, however busy. What the
 * engine does within one call (copying, going back in a pattern) is not seen; the long run times it.
 */
export function countSteps(action: () => void): number {
	ask('Profiler.takePreciseCoverage');
	const characters = watchSearches(action);
	const { result } = ask<Coverage>('Profiler.takePreciseCoverage');
	return result
		.filter(({ url }) => url.startsWith('file:'))
		.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
		.reduce((steps, { count }) => steps + count, characters);
}

/** How many characters the patterns and the searches of an action looked at, from where they began to what they found. */
function watchSearches(action: () => void): number {
	const { exec } = RegExp.prototype;
	const { indexOf, includes } = String.prototype;
	let characters = 0;
	Object.assign(RegExp.prototype, {
		exec(this: RegExp, text: string) {
			const from = this.global || this.sticky ? this.lastIndex : 0;
			const match = exec.call(this, text);
			const end = match ? match.index + match[0].length : this.sticky ? from : text.length;
			characters += 1 + end - from;
			return match;
		},
	});
	Object.assign(String.prototype, {
		indexOf(this: string, part: string, from = 0) {
			const found = indexOf.call(this, part, from);
			characters += 1 + (found < 0 ? this.length : found) - from;
			return found;
		},
		includes(this: string, part: string, from = 0) {
			return this.indexOf(part, from) >= 0;
		},
	});
	try {
		action();
	} finally {
		Object.assign(RegExp.prototype, { exec });
		Object.assign(String.prototype, { indexOf, includes });
	}
	return characters;
}

async function main(file: string): Promise<void> {
	const { subjects } = (await import(pathToFileURL(file).href)) as {
		subjects: Readonly<Record<string, Subject>>;
	};
	const counts: StepCount[] = [];
	for (const [name, { work, patterns, counted }] of Object.entries(subjects)) {
		for (const [pattern, make] of Object.entries(patterns)) {
			const [short, long] = [make(counted), make(4 * counted)];
			// What is made once, at first use, is not counted.
			work(make(1_000));
			counts.push([
				name,
				pattern,
				countSteps(() => work(short)),
				countSteps(() => work(long)),
			]);
		}
	}
	process.stdout.write(JSON.stringify(counts));
}

if (import.meta.main) await main(process.argv[2]!);
