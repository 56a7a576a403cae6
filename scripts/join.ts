import './production.ts';
import { joinParts } from './join-parts.ts';
import { runHere } from './run.ts';

await runHere(joinParts);
