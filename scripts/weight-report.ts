import type { KindOfFiles } from '../src/check/bytes-by-kind.ts';
import { papersThatFit } from '../src/check/host-limits.ts';
import { formatCount } from '../src/language/format.ts';
import { site } from '../src/site.ts';

/** How many bytes a site has of each kind of file, how many a paper, and how many papers more the host has room for. */
export function formatWeight(
	bytes: number,
	kinds: readonly KindOfFiles[],
	papers: number,
): string[] {
	if (papers === 0) return [];
	const weights = kinds.map(({ kind, bytes }) => `${kind} ${kilobytes(bytes / papers)}`);
	const room = formatCount(papersThatFit(bytes, papers, site.hostSize * 1e9), 'more paper');
	return [
		`${kilobytes(bytes / papers)} KB a paper, so that the host has room for ${room}: ${weights.join(', ')}`,
	];
}

function kilobytes(bytes: number): string {
	return (bytes / 1000).toFixed(1);
}
