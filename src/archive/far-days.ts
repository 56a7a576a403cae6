import { report } from '../diagnostics.ts';
import type { FiledDigest } from '../model/content.ts';
import { digestIdParts } from '../model/id.ts';

const mostMonths = 24;

/** Warn of new digests whose day is far from that of every digest that is there already. */
export function reportFarDays(
	additions: readonly FiledDigest[],
	present: readonly FiledDigest[],
): void {
	const months = present.map(monthOf);
	if (months.length === 0) return;
	for (const source of additions) {
		const distance = Math.min(...months.map((month) => Math.abs(month - monthOf(source))));
		if (distance > mostMonths) report(source.file, 'far-day', source.digest.day);
	}
}

function monthOf({ digest }: FiledDigest): number {
	const [year, month] = digestIdParts(digest.id).day.split('-').map(Number);
	return 12 * year! + month!;
}
