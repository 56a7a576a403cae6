import { readLexicon } from '../../src/disk/content-folder.ts';
import { createRestorer } from '../../src/enrich/restore/restore-text.ts';

/** The restorer that a build uses. */
export const restore = createRestorer(await readLexicon());
