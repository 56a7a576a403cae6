import type { VFile } from 'vfile';
import { isMap, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import { quote, report, type DiagnosticName, type Place } from '../../diagnostics.ts';

/** Of a list of decisions: `['merged', 0, 'into']`. */
export type YamlPath = readonly PropertyKey[];

// Every scalar is text, so that an id such as `4040404040` or a day is what it looks like.
export const yamlOptions = { schema: 'failsafe' } as const;

// No decision needs one; a file of nested ones would grow without bound.
const mostAliases = 100;

/**
 * Read a file that a person writes. What is no YAML, or not as the schema has it, is reported under
 * `name` with its line and column, and gives `undefined`. An empty file is an empty map.
 */
export function readYaml<Schema extends z.ZodType>(
	file: VFile,
	schema: Schema,
	name: DiagnosticName,
): z.infer<Schema> | undefined {
	const { document, placeAt } = open(file);
	for (const { message, pos } of document.errors) {
		report(file, name, message.split('\n')[0]!, placeAt(pos[0]), { expected: 'YAML' });
	}
	if (document.errors.length > 0) return undefined;
	const value = plainValue(document, file, name);
	if (value === undefined) return undefined;
	const { data, error } = schema.safeParse(value);
	for (const issue of error?.issues ?? []) {
		const path = [...issue.path, ...('keys' in issue ? issue.keys.slice(0, 1) : [])];
		report(file, name, describe(path, value), placeAt(offsetOf(document, path)), {
			expected: expectedBy(issue),
		});
	}
	return data;
}

function expectedBy(issue: z.core.$ZodIssue): string {
	if ('keys' in issue) return 'a key that has a meaning here';
	// What stands for the whole file, and the schema has no words for it.
	return issue.path.length === 0 && issue.message.startsWith('Invalid')
		? 'keys, and what they are'
		: issue.message;
}

/** Where something stands in such a file; where what it belongs to stands, if it is missing. */
export function placeInYaml(file: VFile, path: YamlPath): Place {
	return placesInYaml(file)(path);
}

/** The same for many things of one file, which is parsed once. */
export function placesInYaml(file: VFile): (path: YamlPath) => Place {
	const { document, placeAt } = open(file);
	return (path) => placeAt(offsetOf(document, path));
}

function open(file: VFile) {
	const lines = new LineCounter();
	const document = parseDocument(String(file), { ...yamlOptions, lineCounter: lines });
	const placeAt = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line), column: Math.max(1, col) };
	};
	return { document, placeAt };
}

function plainValue(document: Document, file: VFile, name: DiagnosticName): unknown {
	try {
		const value: unknown = document.toJS({ maxAliasCount: mostAliases }) ?? {};
		// Throws if an alias is of something that it is part of.
		JSON.stringify(value);
		return value;
	} catch (error) {
		report(file, name, (error as Error).message.split('\n')[0]!, undefined, {
			expected: 'aliases that lead somewhere, and few of them',
		});
		return undefined;
	}
}

function offsetOf(document: Document, path: YamlPath): number {
	for (let length = path.length; length >= 0; length--) {
		const node = nodeAt(document, path.slice(0, length));
		if (node?.range) return node.range[0];
	}
	return 0;
}

/** What stands there: the key of a pair, so that an unknown one is pointed at. */
function nodeAt(document: Document, path: YamlPath): Node | undefined {
	const parent = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
	if (path.length > 0 && isMap(parent)) {
		const pair = parent.items.find(({ key }) => String(key) === String(path.at(-1)));
		return pair?.key as Node | undefined;
	}
	return (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | undefined;
}

/** `removed[0].date: soon` */
function describe(path: YamlPath, root: unknown): string {
	const name = path
		.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');
	const value = path.reduce<unknown>(
		(whole, key) => (whole as Record<PropertyKey, unknown> | undefined)?.[key],
		root,
	);
	const shown = value === undefined ? 'nothing' : typeof value === 'string' ? value : undefined;
	return quote([name, shown ?? JSON.stringify(value)].filter((part) => part !== '').join(': '));
}
