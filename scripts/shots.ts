import './production.ts';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launchBrowser } from '../tests/support/launch-browser.ts';
import { serveSite } from '../tests/support/serve-site.ts';
import { readArguments } from './arguments.ts';
import { buildSite } from './build-site.ts';
import { runHere, type Terminal } from './run.ts';
import { picture } from './shots/camera.ts';
import { subjectsOf } from './shots/subjects.ts';

const usage = 'npm run shots -- [--content DIR | --site DIR] [--out DIR] [--only NAME,…] [--full]';

// What one looks at; a list of thousands goes on as it begins.
const tallest = 2_600;

/** `npm run shots`: picture every kind of page and every state of a site, at three widths, in light and dark, and on paper. */
async function shots(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		content: { type: 'string', default: 'content' },
		site: { type: 'string' },
		out: { type: 'string', default: '.cache/shots' },
		only: { type: 'string' },
		full: { type: 'boolean', default: false },
	});
	const out = resolve(values.out);
	await mkdir(out, { recursive: true });
	const folder = values.site ?? (await build(terminal, values.content, join(out, 'site')));
	const subjects = await subjectsOf(folder);
	const names = values.only?.split(',') ?? subjects.map(({ name }) => name);
	const site = await serveSite(resolve(folder));
	const browser = await launchBrowser();
	try {
		for (const subject of subjects.filter(({ name }) => names.includes(name))) {
			const limit = values.full ? Infinity : tallest;
			const file = join(out, subject.name);
			const figures = await picture(browser, site.url, subject, file, limit);
			terminal.print(`${subject.name.padEnd(22)} ${figures}  /${subject.path}`);
		}
	} finally {
		await browser.close();
		await site.close();
	}
	terminal.print(`The pictures are in ${out}.`);
	return 0;
}

/** The site of an archive as it would lie at the root of a host. */
async function build(terminal: Terminal, content: string, out: string): Promise<string> {
	const parameters = ['--content', content, '--out', out, '--base', '/'];
	if ((await buildSite({ ...terminal, parameters })) !== 0) throw new Error('No site was built');
	return out;
}

await runHere(shots);
