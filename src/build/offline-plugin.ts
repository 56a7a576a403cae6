import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { workerFile } from '../model/worker-address.ts';
import type { Settings } from '../model/settings.ts';

type Plugin = Exclude<
	NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
	readonly unknown[] | Promise<unknown> | false | null | undefined
>;

const room = resolve(import.meta.dirname, '../offline');
// `/…/src/offline/register.ts`
const ofPages = /\/src\/offline\/(?:register|list-kept)\.ts$/;

/**
 * Puts the service worker at its address: one that keeps pages for reading offline if the settings say so, else one
 * that takes away what an earlier one kept. Pages that keep nothing have no byte of it.
 */
export function offlinePlugin({ offline }: Settings): Plugin {
	return {
		name: 'offprint:offline',
		apply: 'build',
		enforce: 'pre',
		load: { filter: { id: ofPages }, handler: () => (offline ? undefined : '') },
		buildStart() {
			// Pages are also compiled for the build itself, which needs no worker.
			if (this.environment.name !== 'client') return;
			this.emitFile({
				type: 'chunk',
				id: `${room}/${offline ? 'worker' : 'retiring-worker'}.ts`,
				fileName: workerFile,
			});
		},
		generateBundle(_, bundle) {
			const worker = bundle[workerFile];
			if (offline && worker?.type === 'chunk') worker.code = workboxNotice() + worker.code;
			for (const [name, file] of Object.entries(bundle))
				if (file.type === 'chunk' && file.code.trim() === '') delete bundle[name];
		},
	};
}

/** What must be passed on with code of Workbox, as a comment. */
export function workboxNotice(): string {
	const entry = createRequire(import.meta.url).resolve('workbox-routing/package.json');
	return `/*!\n${readFileSync(join(dirname(entry), 'LICENSE'), 'utf8').trim()}\n*/\n`;
}
