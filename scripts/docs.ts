import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messagesPage } from './messages-page.ts';
import { run } from './run.ts';

const page = join(resolve(import.meta.dirname, '..'), 'docs/messages.md');

await run(async () => {
	await writeFile(page, messagesPage());
	console.log(`${page} is up to date.`);
});
