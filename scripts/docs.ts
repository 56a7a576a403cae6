import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messagesPage } from './messages-page.ts';
import { runHere, type Terminal } from './run.ts';
import { settingsJsonSchema } from './settings-schema.ts';

const folder = join(resolve(import.meta.dirname, '..'), 'docs');
const pages = { 'messages.md': messagesPage, 'site.schema.json': settingsJsonSchema };

/** `npm run docs`: write the pages of the documentation that tables of the code make. */
async function writeDocs({ print }: Terminal): Promise<number> {
	for (const [name, write] of Object.entries(pages)) {
		await writeFile(join(folder, name), write());
		print(`${join(folder, name)} is up to date.`);
	}
	return 0;
}

await runHere(writeDocs);
