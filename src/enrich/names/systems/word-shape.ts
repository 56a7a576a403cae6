import { remembering } from '../../../text/remembering.ts';

/** What the letters of a word alone say of it. */
export interface WordShape {
	/** Capitals within, digits behind letters, a Greek letter: `LLaMA`, `GPT-4`, `π0`, `LLM`. */
	readonly isCoined: boolean;
	/** Whether it may be part of a name of several words. */
	readonly isCapital: boolean;
	/** `7B`, `2.5`, `v2`, `2025`: what may follow a name. */
	readonly isVersion: boolean;
	/** The name that it may be: `CLIP` of `CLIP-guided`; nothing, if it can be none. */
	readonly name: string | undefined;
	/** Whether something was taken off it for that. */
	readonly isCompound: boolean;
	/** Without any capital or digit: `attention`, `low-rank`. */
	readonly isLower: boolean;
}

const lowerRe = /^\p{Ll}+(?:-\p{Ll}+)*$/u;
const coinedRe =
	/\p{L}\p{Lu}|\p{L}[-.]?\p{N}|\p{N}\p{Lu}|\+$|[\u0370-\u03FF]|\p{Lu}[_^][({]?\p{N}/u;
const capitalRe = /^\p{Lu}/u;
// `Mamba`, `Text-to-Image`
const capitalisedRe = /^\p{Lu}\p{Ll}+$|^\p{Lu}\p{Ll}*(?:-\p{L}+)+$/u;
// `16x`, `3D`, `7B`, `2-layer`, `1024x1024`, `K`
const measureRe =
	/^(?:[\d.,]+\p{Ll}*|\d+(?:\.\d+)?(?:[BDKMT]|[GKMT]B|[GKM]?Hz)(?:-.*)?|\p{L}|\d+D?-\p{Ll}.*|.*\d[x×]\d.*)$/u;
// `x2`, `top-1`, `step1`
const countedRe = /^(?:at|day|in|k|level|n|of|on|p|part|stage|step|t|to|top|v|week|x)[-.]?\d/;
const versionRe =
	/^(?:[vV]\d+(?:\.\d+)*|\d{1,2}(?:\.\d){0,2}[a-z]?(?:-\p{L}[\p{L}\d.]*)*|20[12]\d|\d+(?:\.\d+)?[BM](?:-\p{L}+)*|0\d\d|[IVX]{2,4})$/u;
// `-guided`, `-style`, `-to-end`: what makes another word of a name
const tailRe =
	/-(?:\p{Ll}+(?:ed|ing|ive|able|ible|ful|ent|ant|ic|al)|agnostic|and|as|aware|based|by|centric|class|compatible|data|era|family|free|friendly|grade|heavy|in|inspired|level|like|native|only|quality|ready|related|rich|scale|score|scores|series|side|sized?|specific|style|to|type|vs|wise)(?:-\p{Ll}+)*$/u;
const stopWords: ReadonlySet<string> = new Set(
	(
		'The A An In On We Our This These Those It Its Their They As At By For From To Of And Or But With While When Where Which Who How Why What If Then Thus Hence However Moreover Furthermore Additionally Finally First Second Third Specifically ' +
		'Experiments Extensive Experimental Codes Recent Despite Although Though Here There Such Both Each Through Using Unlike Under Across Among Besides Beyond Existing Current Results Evaluations Compared Based Given Building Inspired Motivated Instead Also ' +
		'Rather Yet Not No Is Are Can Does Do Let Like Most Many Some Several All Any One Two Three Four Five Six Seven Eight Nine Ten I II III IV Today Recently Notably Importantly Crucially Surprisingly Interestingly Remarkably Consequently Therefore Leveraging Empirically Theoretically GitHub Github'
	).split(' '),
);

// What is longer is no name, and would take some expressions the square of its length.
const longestName = 60;
// Most words are this.
const plainRe = /^[a-z]+$/;
const plain: WordShape = {
	isCoined: false,
	isCapital: false,
	isVersion: false,
	name: undefined,
	isCompound: false,
	isLower: true,
};

/** The shape of a word. */
export function shapeOf(word: string): WordShape {
	if (word.length > longestName || plainRe.test(word)) return plain;
	return readShape(word);
}

const readShape = remembering((word): WordShape => {
	const head = word.replace(tailRe, '');
	const isCompound = head !== word && head.length > 1;
	const isCoined = coinedRe.test(word) && !measureRe.test(word);
	return {
		isCoined,
		isCapital:
			(capitalRe.test(word) || isCoined) &&
			!stopWords.has(word) &&
			!measureRe.test(word) &&
			!isCompound,
		isVersion: versionRe.test(word),
		name: nameIn(isCompound ? head : word),
		isCompound,
		isLower: lowerRe.test(word),
	};
});

function nameIn(word: string): string | undefined {
	if (measureRe.test(word) || stopWords.has(word)) return undefined;
	if (/^\d/.test(word))
		return (word.match(/\p{Lu}/gu) ?? []).length >= 2 || /^\d[\p{L}]*-\p{Lu}/u.test(word)
			? word
			: undefined;
	const isName = capitalisedRe.test(word) || (coinedRe.test(word) && !countedRe.test(word));
	return isName ? word : undefined;
}
