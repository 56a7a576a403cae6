// Loaded before a script with `--import`: makes the n-th change of the disk go wrong, as
// `OFFPRINT_FAULT` says: `KILL:3` dies before it, `ENOSPC:3` fails it and all later ones.
import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [fault = '', turn = '0'] = (process.env['OFFPRINT_FAULT'] ?? '').split(':');
let changes = 0;

function strike(path: unknown): void {
	changes++;
	if (changes < Number(turn)) return;
	if (fault === 'KILL' && changes === Number(turn)) process.kill(process.pid, 'SIGKILL');
	if (fault !== 'KILL') {
		throw Object.assign(new Error(`${fault}: injected`), {
			code: fault,
			path: String(path),
			syscall: 'injected',
		});
	}
}

// What frees space works on a full disk too.
const names = [
	'rename',
	'mkdir',
	'link',
	'writeFile',
	...(fault === 'KILL' ? (['rm'] as const) : []),
] as const;

for (const name of names) {
	const original = promises[name] as (...parameters: unknown[]) => Promise<unknown>;
	Object.assign(promises, {
		[name]: async (...parameters: unknown[]) => {
			strike(parameters[0]);
			return original(...parameters);
		},
	});
}

const { open } = promises;
Object.assign(promises, {
	open: async (...parameters: Parameters<typeof open>) => {
		const handle = await open(...parameters);
		const { writeFile } = handle;
		handle.writeFile = async (...content: Parameters<typeof writeFile>) => {
			strike(parameters[0]);
			return writeFile.apply(handle, content);
		};
		return handle;
	},
});

syncBuiltinESMExports();
