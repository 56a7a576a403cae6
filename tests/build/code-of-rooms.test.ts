import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { codeOfRooms } from '../../src/build/code-of-rooms.ts';
import { wordsIn } from '../../src/language/words.ts';

const file = `import { format } from './format.ts';

export const papers = (count: number) => format(count, noun());

export const tally = (count: number) =>
	\`\${papers(count)}, all new\`;

export const theme = { light: 'Light' };

function noun() {
	return 'paper';
}
`;

test('a room has the code of its file that it uses, and no other', () => {
	const codes = codeOfRooms(file, ['tally', 'theme']);
	expect(codes.get('tally')).toBe(file.replace(/export const theme.*\n\n/, ''));
	expect(codes.get('theme')).toMatch(/^import .*\n\nexport const theme = .*\n\n$/);
});

test.each(Object.entries(wordsIn))('every room of %s has code', async (language, words) => {
	const url = new URL(`../../src/language/words/${language}.ts`, import.meta.url);
	const text = await readFile(url, 'utf8');
	for (const [room, code] of codeOfRooms(text, Object.keys(words))) {
		expect(code).toMatch(new RegExp(`^export const ${room}\\b`, 'm'));
		expect(code.length).toBeLessThan(text.length / 2);
	}
});
