import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messagesPage } from './messages-page.ts';
import { runHere, type Terminal } from './run.ts';

const page = join(resolve(import.meta.dirname, '..'), 'docs/messages.md');

/** `npm run docs`: write the pages of the documentation that tables of the code make. */
async function writeDocs({ print }: Terminal): Promise<number> {
	await writeFile(page, messagesPage());
	print(`${page} is up to date.`);
	return 0;
}

await runHere(writeDocs);
