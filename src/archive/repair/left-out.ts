import { VFile } from 'vfile';
import { uniteRegister } from './unite-register.ts';

/**
 * Addresses that one side of a merge gave and that a register lacks: the merge took the other side
 * alone, and nobody has made up for it. `result` is the register that came of the merge; none of its
 * lines is in that of an archive that began anew since, which owes that side nothing.
 */
export function leftOut(now: string, side: string, result: string): string[] {
	return haveCommonLine(now, result) ? missingFrom(now, side) : [];
}

/** Addresses of another register that a register lacks. */
export function missingFrom(now: string, other: string): string[] {
	if (now.startsWith(other)) return [];
	const here = meaningsIn(now);
	const addresses = new Set(here.map(([address]) => address));
	const meanings = new Set(here.map(([, means]) => means));
	return meaningsIn(other).flatMap(([address, means]) => {
		// A dump may have another name by now, and another dump its own.
		const isHere = address.startsWith('/digests/')
			? meanings.has(means)
			: addresses.has(address);
		return isHere ? [] : [address];
	});
}

/** Whether two registers began as one. */
export function haveCommonLine(one: string, other: string): boolean {
	const lines = new Set(one.split('\n').filter((line) => line !== ''));
	return other.split('\n').some((line) => lines.has(line));
}

function meaningsIn(register: string) {
	return uniteRegister(new VFile({ value: register })).meanings;
}
