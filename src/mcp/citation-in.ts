import { z } from 'zod';
import type { CitationEnding } from '../model/address.ts';

const itemsSchema = z.array(z.looseObject({ id: z.string() }));

/** The citation with a key in a file of citations. Throws where there is none. */
export function citationIn(text: string, key: string, ending: CitationEnding): string {
	const found = finders[ending](text, key);
	if (found === undefined) throw new Error(`Unexpected lack of ${key} in its file of citations`);
	return found;
}

// The end of a record of RIS, whose lines end so.
const risEnd = 'ER  - \r\n';

const finders: Readonly<Record<CitationEnding, (text: string, key: string) => string | undefined>> =
	{
		bib: (text, key) =>
			text.split(/^(?=@)/m).find((entry) => entry.startsWith(`@misc{${key},`)),
		ris: (text, key) => {
			const records = text.split(risEnd).map((record) => record + risEnd);
			return records.find((record) => record.includes(`ID  - ${key}\r\n`));
		},
		json: (text, key) => {
			const item = itemsSchema.parse(JSON.parse(text)).find(({ id }) => id === key);
			return item && JSON.stringify(item);
		},
	};
