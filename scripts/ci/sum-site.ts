import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readArguments } from '../arguments.ts';
import { runHere, type Terminal } from '../run.ts';

const usage = 'node scripts/ci/sum-site.ts [--out DIR] [--to FILE]';

/** Write down the SHA-256 of every file of a built site, as `sha256sum` does. */
export async function sumSite({ parameters, print }: Terminal): Promise<number> {
	const { values } = readArguments(parameters, usage, {
		out: { type: 'string', default: 'dist' },
		to: { type: 'string', default: 'site.sha256' },
	});
	const entries = await readdir(values.out, { recursive: true, withFileTypes: true });
	const names = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(values.out, join(parentPath, name)))
		.sort();
	const lines: string[] = [];
	for (const name of names) {
		const bytes = await readFile(join(values.out, name));
		const sum = createHash('sha256').update(bytes).digest('hex');
		lines.push(`${sum}  ${name.split(sep).join('/')}\n`);
	}
	await writeFile(values.to, lines.join(''));
	print(`${lines.length} files summed up in ${values.to}`);
	return 0;
}

if (import.meta.main) await runHere(sumSite);
