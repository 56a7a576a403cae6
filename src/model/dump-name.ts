import { isDigestId, type DigestId } from './id.ts';

/** The ending of a dump's name: of plain text, or of the feed's own list in JSON. */
export type DumpExtension = '.txt' | '.json';

// `2025-03-11.txt`, `2025-03-11-2.json`
const nameRe = /^(?<id>[\d-]+)\.(?:txt|json)$/;

/** The name that a dump of the same digest would have if it were of the other kind. */
export function otherDumpName(name: string): string {
	return name.endsWith('.json')
		? name.replace(/\.json$/, '.txt')
		: name.replace(/\.txt$/, '.json');
}

/** The digest of a dump by its name, e.g. `2025-03-11-2.json`; `undefined` for a name that ingest does not give. */
export function digestOfDump(name: string): DigestId | undefined {
	const id = nameRe.exec(name)?.groups?.['id'] ?? '';
	return isDigestId(id) ? id : undefined;
}
