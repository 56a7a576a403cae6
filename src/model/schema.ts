import { z } from 'zod';
import { isDay, isDigestId, isPaperId, type Day, type DigestId, type PaperId } from './id.ts';

// Their messages say what was expected, and end a sentence that says what was found.
export const paperId = named<PaperId>(isPaperId, 'a paper’s id, the last part of its address');
export const digestId = named<DigestId>(isDigestId, 'a digest’s id such as 2025-03-11-2');
export const day = named<Day>(isDay, 'a day such as 2025-03-11');

function named<Name extends string>(isName: (text: string) => text is Name, expected: string) {
	return z.custom<Name>((value) => typeof value === 'string' && isName(value), expected);
}
