import type { Place } from '../../diagnostics.ts';

/** What reading JSON for its places found. */
export interface JsonPlaces {
	/** Offsets of the values that were asked for, by JSON pointer. */
	readonly offsets: ReadonlyMap<string, number>;
	/** Where the text stops being JSON; `undefined` if it never does. */
	readonly fault: number | undefined;
}

/** What may stand next: a value, or what ends the list that has just begun, and so on. */
type Next = 'value' | 'first item' | 'first key' | 'key' | 'colon' | 'more' | 'end';

/** A list or an object that is open. */
interface Level {
	readonly isList: boolean;
	readonly pointer: string;
	key: string | number;
}

// Of the values that are asked for: `/3/paper/authors/0/name`.
const deepest = 5;

const lineEndRe = /\r\n|\n|\r/g;
const spaceRe = /[ \t\r\n]*/y;
const scalarRe = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
// A whole escape, or alone what no string of JSON may have: `\d`, a line end.
const escapeRe = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[\\\u0000-\u001f]/g;

/**
 * Find where values of a JSON text stand (`/3/paper/title`), and where it is no JSON, for `JSON.parse`
 * tells neither. Linear in the text, whatever it is.
 */
export function findJsonPlaces(text: string, pointers: ReadonlySet<string>): JsonPlaces {
	const offsets = new Map<string, number>();
	const levels: Level[] = [];
	let next: Next = 'value';
	let at = 0;
	for (;;) {
		const start = matchEnd(spaceRe, text, at)!;
		if (start >= text.length) return { offsets, fault: next === 'end' ? undefined : start };
		const token = readToken(text, start);
		if (!token || !accepted[next](token.kind, levels.at(-1))) return { offsets, fault: start };
		if (token.fault !== undefined) return { offsets, fault: token.fault };
		at = token.end;
		const isKey = next === 'key' || next === 'first key';
		if (isKey && token.kind === 'string') levels.at(-1)!.key = keyOf(text.slice(start, at));
		else if (isValue(token.kind)) {
			const pointer = pointerIn(levels);
			if (pointers.has(pointer)) offsets.set(pointer, start);
			open(token.kind, pointer, levels);
		}
		next = follow(token.kind, isKey, levels);
	}
}

/** Of the value that stands next; where nothing is asked for, what no pointer is. */
function pointerIn(levels: readonly Level[]): string {
	const level = levels.at(-1);
	if (!level) return '';
	return levels.length > deepest ? 'deeper' : `${level.pointer}/${level.key}`;
}

function open(kind: TokenKind, pointer: string, levels: Level[]): void {
	if (kind === '[' || kind === '{') levels.push({ isList: kind === '[', pointer, key: 0 });
}

type TokenKind = '[' | ']' | '{' | '}' | ',' | ':' | 'string' | 'scalar';

interface Token {
	readonly kind: TokenKind;
	readonly end: number;
	/** Where a string is none. */
	readonly fault?: number | undefined;
}

function readToken(text: string, at: number): Token | undefined {
	const character = text[at]!;
	if ('[]{},:'.includes(character)) return { kind: character as TokenKind, end: at + 1 };
	if (character === '"') return readString(text, at);
	const end = matchEnd(scalarRe, text, at);
	return end === undefined ? undefined : { kind: 'scalar', end };
}

function readString(text: string, start: number): Token {
	let end = start + 1;
	for (;;) {
		end = text.indexOf('"', end);
		if (end < 0) return { kind: 'string', end: text.length, fault: text.length };
		let backslashes = 0;
		while (text[end - 1 - backslashes] === '\\') backslashes++;
		end++;
		if (backslashes % 2 === 0) break;
	}
	return { kind: 'string', end, fault: faultIn(text.slice(start + 1, end - 1), start + 1) };
}

function faultIn(content: string, offset: number): number | undefined {
	for (const { 0: match, index } of content.matchAll(escapeRe))
		if (match.length === 1) return offset + index;
	return undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}

function isValue(kind: TokenKind): boolean {
	return kind === 'string' || kind === 'scalar' || kind === '[' || kind === '{';
}

const accepted: Readonly<Record<Next, (kind: TokenKind, level: Level | undefined) => boolean>> = {
	value: isValue,
	'first item': (kind) => kind === ']' || isValue(kind),
	'first key': (kind) => kind === '}' || kind === 'string',
	key: (kind) => kind === 'string',
	colon: (kind) => kind === ':',
	more: (kind, level) => kind === ',' || kind === (level?.isList ? ']' : '}'),
	end: () => false,
};

/** Open and close levels, and say what may stand behind a token. */
function follow(kind: TokenKind, isKey: boolean, levels: Level[]): Next {
	if (kind === '[') return 'first item';
	if (kind === '{') return 'first key';
	if (kind === ':') return 'value';
	if (kind === 'string' && isKey) return 'colon';
	if (kind === ']' || kind === '}') levels.pop();
	const level = levels.at(-1);
	if (!level) return 'end';
	if (kind !== ',') return 'more';
	if (!level.isList) return 'key';
	level.key = Number(level.key) + 1;
	return 'value';
}

/** A key as a pointer has it, `~` and `/` escaped. */
function keyOf(string: string): string {
	const key = string.includes('\\') ? (JSON.parse(string) as string) : string.slice(1, -1);
	return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Lines and columns of offsets, counted from 1. LF, CRLF and CR end a line. */
export function placesOf(text: string): (offset: number) => Place {
	const starts = [0];
	for (const { 0: end, index } of text.matchAll(lineEndRe)) starts.push(index + end.length);
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if (starts[middle]! <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - starts[low]! + 1 };
	};
}
