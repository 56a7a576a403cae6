import { buildArchive } from '../archive/build-archive.ts';
import { reportUnknownPassages } from '../archive/decisions/corrections.ts';
import { applyEnrichment } from '../archive/enrichment/apply-enrichment.ts';
import { parseEnrichment } from '../archive/enrichment/enrichment-lines.ts';
import { reportUnrecordedDumps } from '../archive/manifest.ts';
import { meaningsOf, reportLostMeanings, reportUnregistered } from '../archive/meanings.ts';
import { parseNames, reportForeignNames } from '../archive/name-lines.ts';
import { parseRegister } from '../archive/register.ts';
import { entryKey } from '../archive/wording-key.ts';
import { report } from '../diagnostics.ts';
import { address } from '../model/address.ts';
import type { Archive } from '../model/archive.ts';
import type { Content } from '../model/content.ts';
import type { PaperId } from '../model/id.ts';
import type { Keep } from '../model/keep.ts';
import type { NameLine } from '../model/names.ts';
import { keepFact, readDigests, readRecords, refuseErrors, reportLost } from './read-records.ts';

/** An archive, and the addresses of its systems and topics. */
export interface NamedArchive {
	readonly archive: Archive;
	readonly names: readonly NameLine[];
}

/** The archive of some content. Throws a `ContentError` that holds all the messages of the run. */
export function readArchive(content: Content): Archive {
	return readNamedArchive(content).archive;
}

/**
 * The archive of some content with its names, held to what its records and its register say. Throws
 * a `ContentError` that holds all the messages of the run.
 */
export function readNamedArchive(content: Content, keep?: Keep): NamedArchive {
	const digests = readDigests(content.dumps);
	keepFact('wordings', entryKey, digests, keep);
	const records = readRecords(content);
	refuseErrors(content);
	reportLost(content, records, digests);
	reportUnrecordedDumps(records.manifest, digests);
	refuseErrors(content);
	const built = buildArchive(digests, { ...records, ledgerFile: content.ledger });
	reportUnknownPassages(built.text, built.papers, content.corrections);
	refuseErrors(content);
	const ids = new Set(records.ledger.map(({ id }) => id));
	const lines = parseEnrichment(content.enrichment, (id) => ids.has(id));
	refuseErrors(content);
	const archive = applyEnrichment(built, lines, records.corrections);
	for (const place of unanswered(archive, ids)) report(content.ledger, 'lost-address', place);
	const names = parseNames(content.names);
	reportForeignNames(names, (id) => ids.has(id), content.names);
	const register = parseRegister(content.register);
	refuseErrors(content);
	const meanings = meaningsOf({ ...records, names });
	reportLostMeanings(register, meanings, content.register);
	reportUnregistered(register, meanings, content.register);
	refuseErrors(content);
	return { archive, names };
}

/** Addresses of papers that have neither a page nor anything in its place. */
function unanswered({ papers, former }: Archive, ids: ReadonlySet<PaperId>): string[] {
	const answered = new Set([...papers, ...former].map(({ id }) => id));
	return [...ids].filter((id) => !answered.has(id)).map(address.paper);
}
