import { VFile } from 'vfile';
import { readLexicon } from '../../src/disk/content-folder.ts';
import { systemFinder } from '../../src/enrich/names/systems/find-systems.ts';
import { createRestorer } from '../../src/enrich/restore/restore-text.ts';
import { findTopics } from '../../src/enrich/topics/find-topics.ts';
import type { Day, PaperId } from '../../src/model/id.ts';
import type { PaperView } from '../../src/model/paper-view.ts';
import type { Vocabulary } from '../../src/model/vocabulary.ts';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { indexTerms } from '../../src/search/build/term-index.ts';
import { excerpt } from '../../src/text/excerpt.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import type { GrowthRange } from '../support/growth.ts';

/** Work on untrusted text that must grow with the text's length, and no faster. */
export interface Subject {
	work(text: string): void;
	/** Texts of about a length that have been seen to take long, or could. */
	readonly patterns: Readonly<Record<string, (length: number) => string>>;
	/** The length for which steps are counted, and four times of it. */
	readonly counted: number;
	/** The lengths for which time is measured. */
	readonly timed: GrowthRange;
}

const lexicon = await readLexicon();

const header = writeDump('Mar 11', []);
const body = (text: string) => `${header}\n\nT\n\n${text}`;

const reading: Subject = {
	work: (text) => void parseDump(new VFile({ path: 'dump.txt', value: Buffer.from(text) })),
	counted: 8_000,
	timed: { from: 125_000, to: 1_000_000, enough: 20 },
	patterns: {
		'one long word': (length) => body('x'.repeat(length)),
		'one long line of words': (length) => body(`${'word '.repeat(length / 5)}.`),
		'many short lines': (length) => body('a\n'.repeat(length / 2)),
		'many blocks': (length) => `${header}\n\n${'T\n\n'.repeat(length / 3)}`,
		'many papers': (length) =>
			`${header}\n\n${`A Title\n\n${abstractNumber(1)}\n\n`.repeat(length / 230)}`,
		'blank lines': (length) => header + ' \t\n'.repeat(length / 3),
		spaces: (length) => header + ' '.repeat(length),
		'carriage returns': (length) => header + '\r'.repeat(length),
		'odd characters': (length) => body('\u200bword '.repeat(length / 500) + 'y'.repeat(length)),
		'braces and dollars': (length) => body('{$'.repeat(length / 2)),
		'sentence ends': (length) => body('a. '.repeat(length / 3)),
		'conflict markers': (length) => `${header}\n\n${'<<<<<<< \n'.repeat(length / 9)}`,
		'bytes that are not UTF-8 at the end': (length) =>
			`${header}${'é'.repeat(length / 2)}\ud800`,
	},
};

/** A text of a unit that is repeated. */
const repeated = (units: Readonly<Record<string, string>>): Subject['patterns'] =>
	Object.fromEntries(
		Object.entries(units).map(([name, unit]) => [
			name,
			(length: number) => unit.repeat(Math.ceil(length / unit.length)),
		]),
	);

const restore = createRestorer(lexicon);

const restoring: Subject = {
	work: (text) => void restore(text),
	counted: 1_000,
	timed: { from: 5_000, to: 160_000, enough: 5 },
	patterns: repeated({
		'one long word': 'a',
		'opening braces': '{',
		'braces, closed': '{}',
		dollars: '$',
		'dollars and letters': '$x ',
		'big O in big O': 'O(',
		'scripts on scripts': 'x^',
		'scripts in scripts': 'x_{',
		formulas: 'x_1 ',
		'Greek letters': 'alpha ',
		'Greek letters without spaces': 'alpha',
		fonts: 'mathbf ',
		'sized brackets': 'left(',
		fractions: '1{2}',
		multipliers: '1times',
		'opening quotes': '``',
		'single quotes': '`a ',
		asterisks: '*a ',
		'emphasis that is never closed': '{\\em a',
		'strong emphasis that is never closed': '\\textbf{',
		'opened formulas': '\\(x',
		addresses: 'http://a.io/',
		'addresses and braces': 'http://a.io/{',
		'addresses and brackets': '[a](http://a.io/)',
		'host names': 'a-',
		domains: 'a.b.',
		sentences: 'a.The ',
		ties: 'a~',
		hyphens: 'ab- ',
		accents: "\\'",
		operators: 'x + ',
		identifiers: 'a_',
		thousands: '111,',
	}),
};

const knowledge = {
	lexicon,
	decisions: { names: [], not: [], introduced: {} },
	addressed: [],
};
const vocabulary: Vocabulary = [
	{
		name: 'token recycling',
		forms: ['token recycling', 'a a a a a a a a'],
		weak: ['TokenNet', 'our'],
		title: ['framework'],
		not: ['novel token recycling', 'our our our', 'a a a a a a a a a'],
		wider: [],
		was: [],
	},
];

const finding: Subject = {
	work(abstract) {
		const id = '0000000000' as PaperId;
		const title = 'Token Recycling: A Framework with Token Nets';
		const paper = { id, title, abstract, firstSeen: '2025-03-11' as Day };
		systemFinder([paper], knowledge).find([]);
		findTopics([paper], vocabulary);
		findTopics([paper, paper, paper], []);
	},
	counted: 2_500,
	timed: { from: 5_000, to: 80_000, enough: 5 },
	patterns: repeated({
		'one long word': 'a',
		'one long name': 'A',
		words: 'a ',
		names: 'TokenNet ',
		proposals: 'we propose a ',
		'proposals of names': 'we propose TokenNet and ',
		namings: 'called A',
		'names in brackets': 'A Token Net (ATN) ',
		'names with hyphens': 'Aa-',
		'what we call': 'which we call ',
		phrases: 'token recycling ',
		'phrases of the title': 'we propose a novel new token recycling method of ',
		possessives: 'our our ',
		sentences: 'We do. ',
		versions: 'Net 2.5 Pro ',
		enumerations: 'TokenNet, ',
		'runs of capitals': 'Token ',
		scripts: 'x_{A.',
		'possessive names': 'Net’s ',
		addresses: 'http://a.io/',
		'addresses and words': 'code at http://a.io/b is ',
		domains: 'a.b-c.',
	}),
};

const excerpting: Subject = {
	work: (text) => void excerpt(text, 200),
	counted: 2_500,
	timed: { from: 5_000, to: 80_000, enough: 5 },
	patterns: repeated({
		'one long word': 'a',
		words: 'a ',
		sentences: 'We do. ',
		abbreviations: 'See Fig. A ',
		proposals: 'we also now propose ',
		'what we do': 'we ',
		'in this': 'in this ',
		appositions: ', a ',
		addresses: 'http://a.io/',
	}),
};

const indexing: Subject = {
	work(abstract) {
		indexTerms([{ title: 'Mixture of Experts (MoE)', abstract } as PaperView]);
	},
	counted: 2_500,
	timed: { from: 5_000, to: 80_000, enough: 5 },
	patterns: repeated({
		'one long word': 'a',
		'one long name': 'A',
		humps: 'Aa',
		words: 'a ',
		hyphens: 'a-',
		'numbers and letters': 'a1',
		'acronyms that are explained': 'Mixture of Experts (MoE) ',
		'words of an acronym': 'mixture of experts ',
		'opened brackets': ' (A',
		'big O in big O': 'O(',
		'formulas with spaces': 'O(n log n) ',
		signs: 'x^2+',
		quotes: '“a',
		'names with versions': 'Llama 3 ',
	}),
};

/** What must be linear, by what is done. */
export const subjects: Readonly<Record<string, Subject>> = {
	reading,
	restoring,
	finding,
	excerpting,
	indexing,
};
