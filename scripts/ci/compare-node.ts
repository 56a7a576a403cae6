import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sha256 } from '../../src/kept/source-key.ts';
import { readArguments } from '../arguments.ts';
import { runHere, type Terminal } from '../run.ts';

const usage =
	'node scripts/ci/compare-node.ts [--offline | --record VERSION] [--sums FILE] [--packages DIR] [--from URL]';

/** `node-sums.json`: the Node that this project runs on, as npm has it and as nodejs.org published it. */
interface NodeSums {
	readonly version: string;
	readonly packages: Readonly<Record<string, NodeSum>>;
}

interface NodeSum {
	/** The SHA-256 of the executable in the package. */
	readonly binary: string;
	/** The file of nodejs.org that has the same executable in it, or is it: `win-x64/node.exe`. */
	readonly published: string;
	/** The SHA-256 of that file, by `SHASUMS256.txt` of nodejs.org. */
	readonly sha256: string;
}

/**
 * Hold the Node that npm installed to the sums that are written down and, unless `--offline`, those to
 * what nodejs.org has. With `--record`, write down those of another version, taken from nodejs.org.
 */
export async function compareNode({ parameters, print, warn }: Terminal): Promise<number> {
	const { values } = readArguments(parameters, usage, {
		offline: { type: 'boolean', default: false },
		record: { type: 'string' },
		sums: { type: 'string', default: join(import.meta.dirname, 'node-sums.json') },
		packages: { type: 'string', default: resolve(import.meta.dirname, '../../node_modules') },
		from: { type: 'string', default: 'https://nodejs.org/dist' },
	});
	const sums = JSON.parse(await readFile(values.sums, 'utf8')) as NodeSums;
	if (values.record !== undefined) {
		const recorded = await recordSums(sums, values.record, values.from);
		await writeFile(values.sums, `${JSON.stringify(recorded, undefined, '\t')}\n`);
		print(`${values.sums} has the sums of Node ${values.record}`);
		return 0;
	}
	const installed = Object.entries(sums.packages).filter(([name]) =>
		existsSync(join(values.packages, name)),
	);
	const faults: string[] = [];
	for (const [name, sum] of installed) {
		faults.push(...(await packageFaults(join(values.packages, name), sums.version, sum)));
		if (!values.offline)
			faults.push(...(await publishedFaults(sums.version, sum, values.from)));
	}
	if (installed.length === 0) faults.push(`No Node in ${values.packages}`);
	if (faults.length > 0) {
		warn(faults.join('\n'));
		return 1;
	}
	const names = installed.map(([name]) => name).join(', ');
	print(
		`${names} ${sums.version} has the executable that is written down` +
			(values.offline ? '' : ', and nodejs.org has the same'),
	);
	return 0;
}

/** What is wrong with the Node that npm installed into a folder. */
async function packageFaults(folder: string, version: string, sum: NodeSum): Promise<string[]> {
	const manifest = await readFile(join(folder, 'package.json'), 'utf8');
	const { version: found } = JSON.parse(manifest) as { readonly version: string };
	if (found !== version)
		return [
			`${folder} is Node ${found}, the sums are of ${version}. Next: node scripts/ci/compare-node.ts --record ${found}`,
		];
	const binary = sha256(await readFile(join(folder, 'bin', fileName(sum))));
	return binary === sum.binary
		? []
		: [`${folder} has another executable: ${binary}, expected ${sum.binary}`];
}

function fileName({ published }: Pick<NodeSum, 'published'>): string {
	return published.endsWith('.exe') ? 'node.exe' : 'node';
}

/** What is wrong with what is written down of nodejs.org. */
async function publishedFaults(version: string, sum: NodeSum, from: string): Promise<string[]> {
	const there = await readOfficial(version, sum.published, from);
	return (['sha256', 'binary'] as const)
		.filter((field) => there[field] !== sum[field])
		.map(
			(field) =>
				`${field} of ${sum.published} is ${there[field]} at ${from}, expected ${sum[field]}`,
		);
}

/** The sums of a file of nodejs.org, and of the executable in it. */
async function readOfficial(version: string, published: string, from: string) {
	const file = await download(`${from}/v${version}/${published}`);
	const binary = published.endsWith('.exe') ? file : executableOf(file, published);
	return { sha256: sha256(file), binary: sha256(binary) };
}

function executableOf(archive: Uint8Array, published: string): Uint8Array {
	const path = `${published.replace(/\.tar\.gz$/, '')}/bin/node`;
	const { status, stdout, stderr } = spawnSync('tar', ['-xzOf', '-', path], {
		input: archive,
		maxBuffer: 2 ** 30,
	});
	if (status !== 0) throw new Error(`${published} has no ${path}: ${stderr}`);
	return stdout;
}

async function download(url: string): Promise<Uint8Array> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`Unexpected answer ${response.status} from ${url}`);
	return response.bytes();
}

/** The sums of another version. Each file must be what `SHASUMS256.txt` beside it says. */
async function recordSums(sums: NodeSums, version: string, from: string): Promise<NodeSums> {
	const list = new TextDecoder().decode(await download(`${from}/v${version}/SHASUMS256.txt`));
	const packages: Record<string, NodeSum> = {};
	for (const [name, { published: former }] of Object.entries(sums.packages)) {
		const published = former.replace(sums.version, version);
		const there = await readOfficial(version, published, from);
		if (!list.split('\n').includes(`${there.sha256}  ${published}`))
			throw new Error(`${published} is not what SHASUMS256.txt says`);
		packages[name] = { binary: there.binary, published, sha256: there.sha256 };
	}
	return { version, packages };
}

if (import.meta.main) await runHere(compareNode);
