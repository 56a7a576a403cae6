import './production.ts';
import { buildSite } from './build-site.ts';
import { runHere } from './run.ts';

await runHere(buildSite);
