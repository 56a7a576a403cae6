import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalizeIndex } from '../../../src/search/build/canonical-index.ts';
import { temporaryFolder } from '../../support/folders.ts';

test('the index of another Pagefind than the known one is refused, not rewritten by guess', async () => {
	const folder = await temporaryFolder();
	const entry = { version: '1.6.0', languages: { en: { hash: 'en_57cfc3c29b' } } };
	await writeFile(join(folder, 'pagefind-entry.json'), JSON.stringify(entry));
	await expect(canonicalizeIndex(folder, 0)).rejects.toThrow(
		'Unexpected index of Pagefind 1.6.0, expected 1.5.2',
	);
});
