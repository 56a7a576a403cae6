import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { sentences } from '../../src/text/sentences.ts';

/** A dump of made-up papers, with the day that it is of. */
export interface SyntheticDump {
	/** E.g. `2021-01-01`. */
	readonly day: string;
	readonly text: string;
}

// As the feed has them: new papers of a day, and papers of earlier days that come back.
const freshPapers = 60;
const returningPapers = 20;
const sentencesEach = 7;
// Of a hundred words, so many are of a paper's own; Heaps' law holds for what real dumps add.
const ownWords = 2;

/**
 * Dumps of so many papers in the words of real ones: sentences of a content folder, chosen at random, in
 * which some words and the names of systems are made up, so that words and names grow with the archive.
 * The same each time.
 */
export function* syntheticDumps(content: string, papers: number): Generator<SyntheticDump> {
	const material = readMaterial(content);
	const random = seededRandom(papers);
	const written: (readonly [title: string, abstract: string])[] = [];
	for (let number = 0; written.length < papers; number++) {
		const fresh = Math.min(freshPapers, papers - written.length);
		const old = Array.from({ length: Math.min(returningPapers, written.length) }, () =>
			oneOf(written, random),
		);
		const own = Array.from({ length: fresh }, (_, index) =>
			writePaper(material, written.length + index, random),
		);
		written.push(...own);
		yield {
			day: dayNumber(number),
			text: dumpOf(dayNumber(number), new Set([...own, ...old])),
		};
	}
}

interface Material {
	readonly titles: readonly string[];
	readonly sentences: readonly string[];
}

function readMaterial(content: string): Material {
	const folder = join(content, 'dumps');
	const entries = readdirSync(folder)
		.filter((name) => name.endsWith('.txt'))
		.sort()
		.flatMap((name) => {
			const value = readFileSync(join(folder, name));
			return parseDump(new VFile({ path: name, value }))?.entries ?? [];
		});
	return {
		titles: entries.map(({ title }) => title.text.replace(/^[^:]*: /, '')),
		sentences: entries.flatMap(({ abstract }) => [...sentences(abstract.text)]),
	};
}

type Random = (bound: number) => number;

function writePaper(material: Material, number: number, random: Random) {
	const name = systemName(number);
	const earlier = systemName(Math.floor(number * (random(1_000) / 1_000) ** 3));
	const text = Array.from({ length: sentencesEach }, () =>
		withOwnWords(oneOf(material.sentences, random), number, random),
	);
	const title = withOwnWords(oneOf(material.titles, random), number, random);
	text.splice(2, 0, `We propose ${name}, which is better than ${earlier}.`);
	return [`${name}: ${title}`, text.join(' ')] as const;
}

function withOwnWords(text: string, number: number, random: Random): string {
	return text
		.split(' ')
		.map((word) => (random(100) < ownWords ? coinedWord(number * 7 + random(7)) : word))
		.join(' ');
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');

/** A word for each number: `ceba` for 1, `diba` for 2. */
function coinedWord(number: number): string {
	const first = syllables[number % syllables.length]!;
	const rest = Math.floor(number / syllables.length);
	return rest === 0 ? `${first}ba` : first + coinedWord(rest);
}

/** A name as systems have them: `CebaNet`. */
function systemName(number: number): string {
	const word = coinedWord(number);
	return `${word.charAt(0).toUpperCase()}${word.slice(1)}Net`;
}

const header =
	'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community';
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function dumpOf(day: string, papers: Iterable<readonly [string, string]>): string {
	const [, month, date] = day.split('-');
	const printed = `${months[Number(month) - 1]} ${Number(date)}`;
	return `${[header, printed, ...[...papers].flat()].join('\n\n')}\n`;
}

function dayNumber(number: number): string {
	return new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
}

function oneOf<Item>(items: readonly Item[], random: Random): Item {
	return items[random(items.length)]!;
}

/** A linear congruential generator (Numerical Recipes): the same numbers each time. */
function seededRandom(seed: number): Random {
	let state = seed;
	return (bound) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * bound);
	};
}
