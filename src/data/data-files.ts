import { address } from '../model/address.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { ArchiveView } from '../model/view.ts';
import { paperRecord } from './paper-record.ts';

/** The archive as data, each file by its address: the papers, one a line, in the order of the ledger. */
export function dataFiles({ papers }: Pick<ArchiveView, 'papers'>): Map<string, string> {
	return new Map([[address.paperData, paperLines(papers.values())]]);
}

function paperLines(papers: Iterable<PaperView>): string {
	return Array.from(papers, (paper) => `${JSON.stringify(paperRecord(paper))}\n`).join('');
}
