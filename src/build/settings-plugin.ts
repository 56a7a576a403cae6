import { resolve, sep } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { wordsIn } from '../language/words.ts';
import { languageOf, type Language } from '../model/language.ts';
import type { Settings } from '../model/settings.ts';

type Plugins = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>;

const settingsFile = resolve(import.meta.dirname, '../site.ts');
const languageFolder = resolve(import.meta.dirname, '../language') + sep;
const wordsFile = `${languageFolder}words.ts`;
const sheet = resolve(import.meta.dirname, '../styles/index.css');
const valuesModule = '\0offprint:settings';
const roomsModule = '\0offprint:words';

/**
 * Writes an archive's settings, and the words of its language, into what is compiled: pages, the style sheet, and
 * scripts of the browser, each with those alone that it uses.
 */
export function settingsPlugin(settings: Settings): Plugins[number] {
	const language = languageOf(settings.language) ?? 'en';
	const rooms = roomsOf(language);
	const values = Object.entries(settings).map(
		([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
	);
	const reexports = Array.from(
		rooms,
		([id, room]) => `export { ${room} } from ${JSON.stringify(id)};`,
	);
	const modules = new Map([
		[settingsFile, `export * as site from ${JSON.stringify(valuesModule)};`],
		// A bundler leaves out the values of a module that nothing asks for, but not those of an object.
		[valuesModule, values.join('\n')],
		[wordsFile, `export * as words from ${JSON.stringify(roomsModule)};`],
		[roomsModule, reexports.join('\n')],
	]);
	return {
		name: 'offprint:settings',
		enforce: 'pre',
		resolveId: (id) => (modules.has(id) || rooms.has(id) ? id : undefined),
		load: (id) => modules.get(id),
		transform: (code, id) => {
			if (id === sheet) return code + accentRule(settings) + wordRule(language);
			// So that a script does not fetch what it uses nothing of.
			return isOnlyUsed(id) ? { code, moduleSideEffects: false } : undefined;
		},
	};
}

function isOnlyUsed(id: string): boolean {
	return id === roomsModule || id.startsWith(languageFolder);
}

/**
 * Each room of a language by the name of a module of its own, which is the file of the language over again: so a
 * script carries the rooms that it alone uses, and need not fetch those of others.
 */
function roomsOf(language: Language): ReadonlyMap<string, string> {
	const file = `${languageFolder}words/${language}.ts`;
	return new Map(Object.keys(wordsIn[language]).map((room) => [`${file}?room=${room}`, room]));
}

function accentRule({ accent }: Settings): string {
	if (!accent) return '';
	const value = `light-dark(${accent.light}, ${accent.dark})`;
	return `\n@layer tokens { :root { --color-accent: ${value}; } }\n`;
}

/** What the sheet says in words, or makes as wide as one. The sheet itself is for English, so that no page pays for it. */
function wordRule(language: Language): string {
	if (language === 'en') return '';
	const { paper, saving } = wordsIn[language];
	const rules = [
		`.related small::before { content: ${JSON.stringify(paper.shares)}; }`,
		`.saving { inline-size: ${(3 + saving.save.length * 0.55).toFixed(1)}rem; }`,
	];
	return `\n@layer rooms { ${rules.join(' ')} }\n`;
}
