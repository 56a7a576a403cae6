// The places before `export const tally = …`, `function have(…` and `import …` at the margin.
const statementRe = /^(?=(?:export|const|function|import)\b)/m;
// `export const tally`, `function have`
const nameRe = /^(?:export )?(?:const|function) (\w+)/;
// `tally`, but not `tally: …`
const wordRe = /\w+\b(?!:)/g;

/**
 * The code of each room in the file of a language: the room, and what it may use of others. A bundler finds out the
 * same, but would read the whole file once a room.
 */
export function codeOfRooms(text: string, rooms: readonly string[]): ReadonlyMap<string, string> {
	const statements = text
		.split(statementRe)
		.map((code) => ({ code, name: nameRe.exec(code)?.[1] ?? '' }));
	const codes = new Map(statements.map(({ name, code }) => [name, code]));
	const usesOf = new Map(
		Array.from(codes, ([name, code]) => [
			name,
			(code.match(wordRe) ?? []).filter((word) => codes.has(word)),
		]),
	);
	return new Map(
		rooms.map((room) => {
			const used = new Set([room]);
			// What is added on the way is looked at too.
			for (const name of used) for (const other of usesOf.get(name) ?? []) used.add(other);
			const own = statements.filter(({ name }) => name === '' || used.has(name));
			return [room, own.map(({ code }) => code).join('')];
		}),
	);
}
