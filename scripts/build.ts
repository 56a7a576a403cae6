import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import './production.ts';

// Before what it is to keep compiled is loaded. Threads go by the environment.
const compiled = join(import.meta.dirname, '..', '.cache', 'compiled');
process.env['NODE_COMPILE_CACHE'] = compiled;
enableCompileCache(compiled);
const { runHere } = await import('./run.ts');
const { buildSite } = await import('./build-site.ts');

await runHere(buildSite);
