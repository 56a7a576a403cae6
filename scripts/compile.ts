import './production.ts';
import { resolve } from 'node:path';
import { compileViews } from '../src/build/compile-views.ts';
import type { Settings } from '../src/model/settings.ts';
import { defaults } from '../src/site.ts';

// Run by a build, beside the reading of the archive: `compile.ts SITE BASE SETTINGS FOLDER`.
const [site = '', base = '', settings = '', folder = ''] = process.argv.slice(2);
const own = JSON.parse(settings) as Partial<Settings>;
const address = { site, base, settings: { ...defaults, ...own } };
await compileViews(resolve(import.meta.dirname, '..'), address, folder);
