import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import './production.ts';

// Before what it is to keep compiled is loaded.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'));
const { runHere } = await import('./run.ts');
const { joinParts } = await import('./join-parts.ts');

await runHere(joinParts);
