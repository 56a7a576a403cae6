import './production.ts';
import { resolve } from 'node:path';
import { compileViews } from '../src/build/compile-views.ts';

// Run by a build, beside the reading of the archive: `compile.ts SITE BASE FOLDER`.
const [site = '', base = '', folder = ''] = process.argv.slice(2);
await compileViews(resolve(import.meta.dirname, '..'), { site, base }, folder);
