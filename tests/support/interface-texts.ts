/** A table of words, or a room of one. */
type Table = Readonly<Record<string, unknown>>;

/** What may be given to a word that waits for something: a number, a date, a list, or what makes a link of a text. */
function filler(count: number): unknown {
	return Object.assign((text: string) => text, {
		[Symbol.iterator]: () => [`${count}`].values(),
		join: (between: string) => `${count}${between}${count}`,
		valueOf: () => count,
		toString: () => `${count}`,
	});
}

const counts = [0, 1, 7];

// What takes names of its own choices.
const choices: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
	partial: [
		[0, 1, 'all', 'most'],
		[1, 7, 'both', 'one'],
		[7, 7, 'other', 'some'],
	],
};

/** All texts of a table of words by their names, `home.latest`; of those that wait for something, what stands around it. */
export function interfaceTexts(table: Table): Map<string, readonly string[]> {
	const found = new Map<string, readonly string[]>();
	for (const [name, value] of Object.entries(table)) {
		if (typeof value === 'object')
			for (const [inner, texts] of interfaceTexts(value as Table))
				found.set(`${name}.${inner}`, texts);
		else found.set(name, typeof value === 'string' ? partsOf(value) : saidBy(name, value));
	}
	return found;
}

function saidBy(name: string, value: unknown): string[] {
	const say = value as (...given: readonly unknown[]) => string | readonly string[];
	const all = choices[name] ?? counts.map((count) => Array(say.length).fill(filler(count)));
	const said = all.map((given) => [say(...given)].flat().join(''));
	return [...new Set(said.flatMap(partsOf))];
}

// `0`, `7%`
const filledRe = /\d+/;
// “ papers, ”
const edgeRe = /^[^\p{L}]+|[^\p{L}]+$/gu;

function partsOf(text: string): string[] {
	return text
		.split(filledRe)
		.map((part) => part.replaceAll(edgeRe, ''))
		.filter((part) => part.length > 1);
}
