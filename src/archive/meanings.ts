import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { address } from '../model/address.ts';
import { isPaperId } from '../model/id.ts';
import { mergeTarget, type Corrections } from '../model/corrections.ts';
import type { Ledger, LedgerLine } from '../model/ledger.ts';
import type { NameLine } from '../model/names.ts';
import { wordingId } from './ledger.ts';
import type { Manifest } from './manifest.ts';
import { mintingLines } from './minting-lines.ts';
import { papersOfWordings } from './papers-of-wordings.ts';
import { formatRegisterLine, type Register } from './register.ts';

/** What gives addresses. */
export interface AddressSources {
	readonly manifest: Manifest;
	readonly ledger: Ledger;
	readonly names: readonly NameLine[];
	/** A wording that was split from a paper is not what its address means. */
	readonly corrections: Pick<Corrections, 'merged' | 'split'>;
}

/**
 * What each address of an archive can mean by what was written down when it was given. Of several
 * wordings that can have been a paper's first, the first in the ledger comes first.
 */
export type ArchiveMeanings = ReadonlyMap<string, readonly string[]>;

/** What the addresses of an archive mean: digests, papers, systems and topics, each in their order. */
export function meaningsOf(sources: AddressSources): ArchiveMeanings {
	const { manifest, ledger, names, corrections } = sources;
	const isSplitOff = splitOff(ledger, corrections);
	const meanings = new Map<string, readonly string[]>();
	for (const [id, sha256] of manifest) meanings.set(address.digest(id), [sha256]);
	for (const [id, lines] of mintingLines(ledger))
		meanings.set(
			address.paper(id),
			lines.filter((line) => !isSplitOff(line)).map(({ abstract }) => abstract),
		);
	// More pages of a topic are below its address, and mean what it does.
	for (const line of names) if (!line.pages) meanings.set(nameAddress(line), [nameMeaning(line)]);
	return meanings;
}

/** Tells a line whose wording is by now the paper's that was split from its own. */
function splitOff(
	ledger: Ledger,
	corrections: AddressSources['corrections'],
): (line: LedgerLine) => boolean {
	if (corrections.split.length === 0) return () => false;
	const papers = papersOfWordings(ledger, corrections);
	const target = mergeTarget(corrections);
	const origins = Map.groupBy(corrections.split, ({ paper }) => paper);
	return (line) => {
		const owner = papers.get(wordingId(line))!;
		if (target(owner) === target(line.id)) return false;
		return (origins.get(owner) ?? []).some(
			({ from }) => from === line.id || target(from) === line.id,
		);
	};
}

const addressOf: Readonly<Record<NameLine['kind'], (slug: string) => string>> = {
	system: address.system,
	topic: address.topic,
	question: address.question,
};

/** Where the page of a name is. */
export function nameAddress({ kind, slug }: NameLine): string {
	return addressOf[kind](slug);
}

/** Its key, and the paper that introduced it, not where it leads by now. */
export function nameMeaning({ key, paper }: NameLine): string {
	return paper === undefined ? key : `${key} ${paper}`;
}

// `/systems/hydra/`, `/topics/long-context/`, `/watch/kv-cache/`
const nameAddressRe = /^\/(systems|topics|watch)\/([^/]+)\/$/;
const kindOf: Readonly<Record<string, NameLine['kind']>> = {
	systems: 'system',
	topics: 'topic',
	watch: 'question',
};
// `hydra fag55q6gb9`
const keyAndPaperRe = /^(.*) (\S+)$/;

/** The line of a name that has this address and meaning, if it is a name's. */
export function nameOfMeaning(place: string, means: string): NameLine | undefined {
	const [, folder = '', slug] = nameAddressRe.exec(place) ?? [];
	const kind = kindOf[folder];
	if (kind === undefined || slug === undefined) return undefined;
	const [, key, paper] = keyAndPaperRe.exec(means) ?? [];
	return kind === 'system' && key !== undefined && paper !== undefined && isPaperId(paper)
		? { kind, slug, key, paper }
		: { kind, slug, key: means };
}

/**
 * What a register gains by the addresses of an archive that it does not have yet. Of what an address can
 * mean, what it was `given` for before counts, in another register.
 */
export function registerGain(
	{ meanings, head }: Register,
	archive: ArchiveMeanings,
	given: readonly (readonly [address: string, means: string])[] = [],
): string {
	const before = new Set(given.map(([place, means]) => `${place} ${means}`));
	const fresh = [...archive].flatMap(([place, possible]) => {
		const means = possible.find((one) => before.has(`${place} ${one}`)) ?? possible[0];
		return meanings.has(place) || means === undefined ? [] : [[place, means] as const];
	});
	return formatRegisterLine(head, fresh);
}

/** Report addresses that were given and that an archive does not have, or that mean something else in it. */
export function reportLostMeanings(
	{ meanings }: Register,
	archive: ArchiveMeanings,
	file: VFile,
): void {
	for (const [place, { means, line }] of meanings) {
		const possible = archive.get(place);
		if (possible?.includes(means)) continue;
		const name = possible === undefined ? 'lost-address' : 'changed-meaning';
		report(file, name, place, { line, column: 1 });
	}
}

/** Report addresses of an archive that the register does not have; all at once, where it is empty. */
export function reportUnregistered(
	{ meanings }: Register,
	archive: ArchiveMeanings,
	file: VFile,
): void {
	if (meanings.size === 0 && archive.size > 0) {
		report(file, 'missing-register', String(archive.size));
		return;
	}
	for (const place of archive.keys())
		if (!meanings.has(place)) report(file, 'unregistered-address', place);
}
