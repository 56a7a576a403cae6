import { resolve } from 'node:path';
import type { AstroUserConfig } from 'astro';
import type { Settings } from '../model/settings.ts';

type Plugins = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>;

const settingsFile = resolve(import.meta.dirname, '../site.ts');
const sheet = resolve(import.meta.dirname, '../styles/index.css');
const valuesModule = '\0offprint:settings';

/**
 * Writes an archive's settings into what is compiled: pages, the style sheet, and scripts of the browser, each
 * with those settings alone that it uses.
 */
export function settingsPlugin(settings: Settings): Plugins[number] {
	const values = Object.entries(settings).map(
		([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
	);
	const modules = new Map([
		[settingsFile, `export * as site from ${JSON.stringify(valuesModule)};`],
		// A bundler leaves out the values of a module that nothing asks for, but not those of an object.
		[valuesModule, values.join('\n')],
	]);
	return {
		name: 'offprint:settings',
		enforce: 'pre',
		resolveId: (id) => (id === valuesModule ? id : undefined),
		load: (id) => modules.get(id),
		transform: (code, id) => (id === sheet ? code + accentRule(settings) : undefined),
	};
}

function accentRule({ accent }: Settings): string {
	if (!accent) return '';
	const value = `light-dark(${accent.light}, ${accent.dark})`;
	return `\n@layer tokens { :root { --color-accent: ${value}; } }\n`;
}
