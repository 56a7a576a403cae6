import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Lexicon } from '../../model/restoration.ts';
import { replaceCharacters } from './nodes.ts';
import { replaceMatches } from './replace-in-text.ts';

// `cloud.For the`: a sentence begins with one of these where a name (`ASP.Net`) has none.
const gluedSentenceRe =
	/(?<=[a-z]{2}|[A-Z]{2}|[a-z]\d|\d%|\))([.?!])(?=(?:The|This|These|Those|That|There|They|We|Our|In|For|To|It|Its|As|By|With|On|At|From|However|Moreover|Furthermore|Additionally|Here|When|While|Where|And|But|Then|Thus|Therefore|Hence|First|Second|Third|Finally|Specifically|Unlike|Despite|Existing|Recent|Recently|Experiments?|Experimental|Extensive|Code|Codes|An|One|Such|Both|Each|Since|Although|If|Given|Using|Through|Compared|Based|Besides|Notably|Importantly|Meanwhile|Inspired|Motivated|Results)[ ,])/g;
// `BUS:Efficient and …`, in a title
const gluedSubtitleRe = /^[A-Z][\w+-]*(:)(?=[A-Z][a-z]+ )/g;
const wordRe = /(?<![\w@/\\.-])[A-Za-z][a-z]{5,29}(?![\w@/\\-]|\.\w)/g;
// `over- head`: the rest of a word behind a line's end; not `inter- and`, `compute- efficient`
const brokenWordRe = /(?<![\w-])([A-Za-z][a-z]{1,12})- ([a-z]{2,12})(?![\w-])/g;

// Words that close or open another by mistake only; `over`, `sub`, `in`, `on`, `up` make words of their own.
const smallFirst = [
	'the',
	'and',
	'our',
	'their',
	'this',
	'these',
	'with',
	'from',
	'which',
	'more',
	'most',
	'such',
	'each',
	'where',
	'than',
];
const smallLast = [
	'for',
	'of',
	'the',
	'and',
	'with',
	'from',
	'using',
	'that',
	'which',
	'our',
	'their',
	'are',
	'was',
	'were',
];
// Those that close a word with a capital: `Recipefor`. With another it may be a name.
const smallLastOfName = ['for', 'of', 'with'];
// What is shorter, joined to a small word, makes a word of its own: `within`.
const shortestOther = 4;
// `embeddingsencode`: no compound has its first part in the plural of `-ings` or `-ions`.
const pluralFirstRe = /^([a-z]{3,}(?:ing|ion|ment)s)([a-z]{4,})$/;
const conjunctions: ReadonlySet<string> = new Set([
	'and',
	'or',
	'to',
	'nor',
	'but',
	'versus',
	'vs',
	'as',
	'in',
	'of',
	'on',
	'the',
]);

/** Part words and sentences that ran together, join a word that a line's end broke. What is a word of English stays. */
export function remarkSeparateWords({ lexicon }: { readonly lexicon: Lexicon }) {
	return (tree: Root, file: VFile): void => {
		const text = String(file);
		for (const re of [gluedSentenceRe, gluedSubtitleRe]) {
			replaceMatches(tree, file, re, ({ 0: whole, 1: mark, index }) => {
				const end = index + whole.length;
				return replaceCharacters(file, [end - 1, end], 'glued-sentence', `${mark} `);
			});
		}
		replaceMatches(tree, file, wordRe, ({ 0: word, index }) => {
			const at = seam(word, lexicon);
			// What a paper says twice it means: a name.
			if (at === undefined || text.indexOf(word) !== text.lastIndexOf(word)) return undefined;
			const words = `${word.slice(0, at)} ${word.slice(at)}`;
			return replaceCharacters(file, [index, index + word.length], 'glued-words', words);
		});
		replaceMatches(tree, file, brokenWordRe, ({ 0: whole, 1: first, 2: rest, index }) => {
			const word = first! + rest!;
			return lexicon.has(word.toLowerCase()) && !conjunctions.has(rest!)
				? replaceCharacters(file, [index, index + whole.length], 'broken-word', word)
				: undefined;
		});
	};
}

/** Where two words meet that are written as one: 6 for `Recipefor`. */
function seam(word: string, lexicon: Lexicon): number | undefined {
	const lower = word.toLowerCase();
	if (lexicon.has(lower)) return undefined;
	const isName = word !== lower;
	const behind = beforeSmallWord(lower, isName ? smallLastOfName : smallLast, lexicon);
	if (behind !== undefined || isName) return behind;
	return behindSmallWord(lower, lexicon) ?? behindPlural(lower, lexicon);
}

function beforeSmallWord(
	word: string,
	smallWords: readonly string[],
	lexicon: Lexicon,
): number | undefined {
	return smallWords
		.filter((small) => word.endsWith(small))
		.map((small) => word.length - small.length)
		.find((at) => at >= shortestOther && lexicon.has(word.slice(0, at)));
}

function behindSmallWord(word: string, lexicon: Lexicon): number | undefined {
	return smallFirst
		.filter((small) => word.startsWith(small))
		.map((small) => small.length)
		.find((at) => word.length - at >= shortestOther && lexicon.has(word.slice(at)));
}

function behindPlural(word: string, lexicon: Lexicon): number | undefined {
	const { 1: plural, 2: rest } = pluralFirstRe.exec(word) ?? [];
	return plural !== undefined && lexicon.has(plural) && lexicon.has(rest!)
		? plural.length
		: undefined;
}
