import { readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { wordsIn } from '../language/words.ts';
import { languageOf, type Language } from '../model/language.ts';
import type { Settings } from '../model/settings.ts';
import { codeOfRooms } from './code-of-rooms.ts';

type Plugins = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>;

const settingsFile = resolve(import.meta.dirname, '../site.ts');
const languageFolder = resolve(import.meta.dirname, '../language') + sep;
const wordsFile = `${languageFolder}words.ts`;
const sheet = resolve(import.meta.dirname, '../styles/index.css');
// `\0offprint:words`, `/…/src/site.ts`, `/…/src/language/words/en.ts?room=frame`. Others are not passed on to JavaScript.
const ownRe = /^\0offprint:|[\\/]src[\\/](?:site\.ts|language[\\/].+|styles[\\/]index\.css)$/;
const valuesModule = '\0offprint:settings';
const roomsModule = '\0offprint:words';

interface Room {
	readonly name: string;
	readonly code: string;
}

const filter = { id: ownRe };

/**
 * Writes an archive's settings, and the words of its language, into what is compiled: pages, the style sheet, and
 * scripts of the browser, each with those alone that it uses.
 */
export function settingsPlugin(settings: Settings): Plugins[number] {
	const language = languageOf(settings.language) ?? 'en';
	const rooms = roomsOf(language);
	const modules = modulesOf(settings, rooms);
	return {
		name: 'offprint:settings',
		enforce: 'pre',
		resolveId: { filter, handler: (id) => (modules.has(id) || rooms.has(id) ? id : undefined) },
		load: {
			filter,
			handler(id) {
				const isBuild = this.environment.mode === 'build';
				// A server of a developer takes the whole file, which changes while it runs.
				return modules.get(id) ?? (isBuild ? rooms.get(id)?.code : undefined);
			},
		},
		transform: {
			filter,
			handler(code, id) {
				if (id === sheet) return code + accentRule(settings) + wordRule(language);
				// So that a script does not fetch what it uses nothing of.
				return isOnlyUsed(id) ? { code, moduleSideEffects: false } : undefined;
			},
		},
	};
}

function modulesOf(
	settings: Settings,
	rooms: ReadonlyMap<string, Room>,
): ReadonlyMap<string, string> {
	const values = Object.entries(settings).map(
		([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
	);
	const reexports = Array.from(
		rooms,
		([id, { name }]) => `export { ${name} } from ${JSON.stringify(id)};`,
	);
	return new Map([
		[settingsFile, `export * as site from ${JSON.stringify(valuesModule)};`],
		// A bundler leaves out the values of a module that nothing asks for, but not those of an object.
		[valuesModule, values.join('\n')],
		[wordsFile, `export * as words from ${JSON.stringify(roomsModule)};`],
		[roomsModule, reexports.join('\n')],
	]);
}

function isOnlyUsed(id: string): boolean {
	return id === roomsModule || id.startsWith(languageFolder);
}

/**
 * Each room of a language by the name of a module of its own, which is the file of the language as far as the room uses
 * it: so a script carries the rooms that it alone uses, and need not fetch those of others.
 */
function roomsOf(language: Language): ReadonlyMap<string, Room> {
	const file = `${languageFolder}words/${language}.ts`;
	const codes = codeOfRooms(readFileSync(file, 'utf8'), Object.keys(wordsIn[language]));
	return new Map(Array.from(codes, ([name, code]) => [`${file}?room=${name}`, { name, code }]));
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
