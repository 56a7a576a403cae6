import { VFile } from 'vfile';
import type { FiledDigest } from '../../src/model/content.ts';
import { digestIdParts, type DigestId } from '../../src/model/id.ts';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { dumpFile } from './content.ts';
import { writeDump } from './dumps.ts';

/** A digest of these papers, with a dump that has no messages yet. */
export function filedDigest(
	id: string,
	...papers: readonly (readonly [title: string, abstract: string])[]
): FiledDigest {
	const dump = dumpFile(`content/dumps/${id}.txt`, writeDump('Mar 11', papers));
	const { entries } = parseDump(new VFile(dump.file))!;
	return {
		...dump,
		digest: { id: id as DigestId, day: digestIdParts(id as DigestId).day, entries },
	};
}
