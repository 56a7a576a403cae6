import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { readJsonObject } from './json-line.ts';

/**
 * A line of `content/register.jsonl`: what one ingest gave addresses to. Its `after` is the SHA-256 of
 * the line before, with its line end, so that no line can be changed, or taken out, unnoticed.
 */
export interface RegisterLine {
	readonly after: string;
	/**
	 * By address, `/papers/gche63bpnx/`: of a paper the key of the abstract that it was first met with, of
	 * a digest the SHA-256 of its dump, of a system, a topic or a question the key of its name.
	 */
	readonly means: Readonly<Record<string, string>>;
}

/** What an address was given for, and the line of the register that says so. */
export interface Meaning {
	readonly means: string;
	readonly line: number;
}

/** What every address that was ever given means. */
export interface Register {
	readonly meanings: ReadonlyMap<string, Meaning>;
	/** The SHA-256 of the last line, which the next one begins with. */
	readonly head: string;
}

/** What the first line comes after: nothing. */
export const nothingBefore = hashOf('');

const hashRe = /^[0-9a-f]{64}$/;
// `/papers/gche63bpnx/`, `/digests/2025-03-11-2/`, `/topics/long-context/`, `/watch/kv-cache/`
const addressRe = /^\/(?:papers|digests|systems|topics|watch)\/[a-z0-9-]+\/$/;

/** Read the register. The first line that does not continue the one before is reported on the file. */
export function parseRegister(file: VFile): Register {
	const meanings = new Map<string, Meaning>();
	let head = nothingBefore;
	for (const [index, text] of linesOf(String(file)).entries()) {
		const entries = Object.entries(readRegisterLine(text, head)?.means ?? {});
		if (entries.length === 0 || entries.some(([address]) => meanings.has(address))) {
			report(file, 'broken-register', text, { line: index + 1, column: 1 });
			break;
		}
		for (const [address, means] of entries) meanings.set(address, { means, line: index + 1 });
		head = hashOfLine(text);
	}
	return { meanings, head };
}

/** The lines of the text of a register; an end without a line end is a line, and no right one. */
export function linesOf(text: string): string[] {
	const lines = text.split('\n');
	const last = lines.pop()!;
	return last === '' ? lines : [...lines, `${last} (without a line end)`];
}

/** A line, if it is what ingest writes to the letter, and comes after the one with this hash, if one is given. */
export function readRegisterLine(text: string, head?: string): RegisterLine | undefined {
	const { after, means } = readJsonObject(text) ?? {};
	if (typeof after !== 'string' || !hashRe.test(after)) return undefined;
	if (head !== undefined && after !== head) return undefined;
	if (typeof means !== 'object' || means === null) return undefined;
	if (!Object.entries(means).every(isEntry)) return undefined;
	const line = { after, means: means as Record<string, string> };
	return JSON.stringify(line) === text ? line : undefined;
}

function isEntry([address, means]: [string, unknown]): boolean {
	return addressRe.test(address) && typeof means === 'string';
}

/** The text of one more line, with its line end; nothing for no addresses. */
export function formatRegisterLine(
	head: string,
	meanings: Iterable<readonly [string, string]>,
): string {
	const means = Object.fromEntries(meanings);
	return Object.keys(means).length === 0 ? '' : `${JSON.stringify({ after: head, means })}\n`;
}

/** The SHA-256 of a line with its line end, as `sha256sum` prints it. */
export function hashOfLine(text: string): string {
	return hashOf(`${text}\n`);
}

function hashOf(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)));
}
