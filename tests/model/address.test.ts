import { expect, test } from 'vitest';
import { address, monthOf } from '../../src/model/address.ts';
import type { DigestId, PaperId } from '../../src/model/id.ts';

const digest = '2025-03-11-2' as DigestId;

// Published ones never change.
test.each([
	[address.paper('k3v9q2x7mf' as PaperId), '/papers/k3v9q2x7mf/'],
	[address.digest(digest), '/digests/2025-03-11-2/'],
	[address.year('2025'), '/digests/2025/'],
	[address.month('2025-03'), '/digests/2025/03/'],
	[address.topicPeriod('long-context', '2025'), '/topics/long-context/2025/'],
	[address.topicPeriod('long-context', '2025-03'), '/topics/long-context/2025/03/'],
	[address.byLetter(address.systems, 'm'), '/systems/by-letter/m/'],
	[address.part('/systems/by-letter/m/', 1), '/systems/by-letter/m/'],
	[address.part('/systems/by-letter/m/', 2), '/systems/by-letter/m/2/'],
	[address.citations(digest, 'bib'), '/cite/2025-03-11-2.bib'],
	[address.entry(digest, 'k3v9q2x7mf' as PaperId), '/digests/2025-03-11-2/#k3v9q2x7mf'],
])('an address is %s', (given, expected) => {
	expect(given).toBe(expected);
});

test('a digest is of the month of its day', () => {
	expect(monthOf(digest)).toBe('2025-03');
});
