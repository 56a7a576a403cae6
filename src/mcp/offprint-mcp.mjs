#!/usr/bin/env node
// The command `offprint-mcp`. Node runs TypeScript, but not below `node_modules`, where npx puts this
// package: there its files are stripped of their types here.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const own = new URL('../', import.meta.url).href;

if (own.includes('/node_modules/'))
	registerHooks({
		load(url, context, next) {
			if (!url.startsWith(own) || !url.endsWith('.ts')) return next(url, context);
			const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
			return { format: 'module', source, shortCircuit: true };
		},
	});

const { serve } = await import('./serve.ts');
await serve(process.argv.slice(2));
