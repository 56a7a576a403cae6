import { writeFileSync } from 'node:fs';
import { readContent, readLexicon } from './src/disk/content-folder.ts';
import { runPipeline } from './src/pipeline.ts';
const t0 = performance.now();
const [content, lexicon] = await Promise.all([readContent(process.argv[2]!), readLexicon()]);
const view = runPipeline(content, lexicon);
console.error('pipeline ms', performance.now() - t0);
writeFileSync(process.argv[3]!, [...view.papers.values()].map(({ id, title, abstract, rawTitle, related, excerpt, systems, topics, html }) => JSON.stringify({ id, title, rawTitle, abstract, related, excerpt, systems, topics, html })).join('\n'));
