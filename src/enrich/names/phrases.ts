import { sentences } from '../../text/sentences.ts';
import { phraseKey } from '../../text/words.ts';

/** A run of words that may name a topic, as it stands in a text. */
export interface Phrase {
	/** The same for its forms with other case, hyphens and endings: `state space model`. */
	readonly key: string;
	readonly text: string;
	/** Whether it is one word with a hyphen, which is a phrase only where others write it as words: `length-generalization`. */
	readonly isCompound: boolean;
}

/** The longest phrase, in words. */
const longest = 4;

// Words with letters, hyphens and digits within: `low-rank`, `long-context`, `4-bit`
const tokenRe = /[A-Za-z0-9]+(?:[’'][a-z]+)?(?:-[A-Za-z0-9]+)*|[^\sA-Za-z0-9]+/g;

/** Words that part phrases: of grammar, and of every abstract. */
const stopWords: ReadonlySet<string> = new Set(
	(
		'a an the this that these those it its they them their we our us i you he she his her which who whom whose what when where why how ' +
		'and or but nor so yet if then than as at by for from in into of off on onto over per to up via with without within across among amongst between during after before under above below through throughout toward towards against about upon ' +
		'is are was were be been being am do does did done doing has have had having can could may might must shall should will would cannot not no ' +
		'all any both each either every few many more most much neither none one two three four five several some such same other others another own ' +
		'also however moreover furthermore additionally thus therefore hence here there now often usually typically generally specifically especially particularly namely respectively notably overall finally first second third firstly secondly lastly further even still only just very too quite rather almost nearly already again once yet ' +
		'because since while whereas although though despite unless until whether due like unlike given based using used use uses via e.g i.e etc vs et al ' +
		'new novel simple effective efficient better best good great strong recent recently previous prior existing current currently popular well widely significantly substantially highly fully easily directly simply ' +
		'paper work works study studies article approach approaches method methods methodology technique techniques results result experiment experiments experimental evaluation evaluations analysis analyses performance ' +
		'propose proposes proposed proposing present presents presented presenting introduce introduces introduced introducing show shows showed shown showing demonstrate demonstrates demonstrated demonstrating achieve achieves achieved achieving ' +
		'improve improves improved improving improvement improvements provide provides provided providing enable enables enabled enabling require requires required requiring allow allows allowed allowing find finds found finding findings ' +
		'make makes made making lead leads leading led address addresses addressed addressing outperform outperforms outperforming outperformed compared comparable compare comparison various different diverse wide range number large small larger smaller high higher low lower long longer short shorter ' +
		'state-of-the-art sota extensive comprehensive significant substantial important key main common general specific potential promising competitive superior consistent available publicly released release code codes ' +
		'problem problems challenge challenges issue issues task tasks setting settings scenario scenarios case cases example examples way ways aspect aspects part parts set sets order terms term up-to ' +
		'include includes including included contain contains containing consist consists consisting develop develops developed developing explore explores explored exploring investigate investigates investigated investigating evaluate evaluates evaluated evaluating ' +
		'remain remains remained remaining become becomes becoming became reduce reduces reduced reducing increase increases increased increasing maintain maintains maintaining maintained ensure ensures ensuring capture captures capturing captured learn learns learned leverage leverages leveraging leveraged ' +
		'compare compares comparing apply applies applied applying perform performs performed performing obtain obtains obtained obtaining yield yields yielding yielded need needs needed focus focuses focused focusing design designs designed designing ' +
		'offer offers offering offered help helps helping helped suffer suffers tend tends rely relies relying rely serve serves serving support supports supported supporting take takes taking taken give gives giving given get gets getting ' +
		'real-world open-source open-sourced end-to-end wide-range so-called non-trivial time-consuming large-scale small-scale high-quality low-cost high-performance cost-effective ability abilities capability capabilities ' +
		'additional entire full whole total multiple single certain particular critical crucial essential fundamental main major limited limitation limitations advantage advantages benefit benefits impact effect effects influence role importance need understanding insight insights application applications field fields area areas ' +
		'lag go go-to beyond shed sheds vast free lunch facto de inner workings fewer widespread adoption drawing draws draw inspiration remarkable success empirical nature redundant standard running fixed handle handles handling conventional slow fast faster deeper deep trainable demand demands overhead complex computational computationally modern candidate interaction arena trillion content creation accurate accurately architectural modification modifications local global information contextual labeled typical theoretical ' +
		'upper bound bounds lower-bound ground truth memory-efficient budget amount amounts drop-in replacement matter key trade-off trade-offs gap gaps step steps level levels direction directions room day days hour hours year years community communities attention-based llm-based resource-constrained environment environments feature features input inputs output outputs final internal external initial original underlying inherent intrinsic core generic ' +
		'ability able able-to way novel-yet easy easily hard harder difficult difficulty difficulties strategy strategies scheme schemes solution solutions variant variants version versions component components module modules block blocks unit units factor factors property properties characteristic characteristics pattern patterns ' +
		'million billion times x percent points average orders magnitude thousand hundreds thousands'
	).split(' '),
);

// No topic ends with these, though a phrase may hold them.
const weakEnds: ReadonlySet<string> = new Set(
	'model models modeling modelling data network networks system systems framework frameworks algorithm algorithms layer layers size sizes length lengths time times cost costs training inference learning generation process processing quality accuracy efficiency complexity architecture architectures mechanism mechanisms function functions structure structures representation representations dataset datasets benchmark benchmarks'.split(
		' ',
	),
);
// `mixture of experts`, `chain of thought`: one term, though `of` parts others.
const joined: ReadonlySet<string> = new Set(['mixture', 'chain', 'tree', 'graph', 'theory', 'bag']);
const adverbRe = /ly$/;
const participleRe = /(?:ed|ing)$/;

/** The phrases of a text of two to four words, each place once. */
export function* phrases(text: string): Generator<Phrase> {
	for (const sentence of sentences(text)) {
		for (const run of runs(sentence)) {
			for (let start = 0; start < run.length; start++) {
				const first = run[start]!;
				if (first.includes('-'))
					yield { key: phraseKey(first), text: first, isCompound: true };
				for (let length = 2; length <= longest && start + length <= run.length; length++) {
					const words = run.slice(start, start + length);
					const text = words.join(' ');
					if (isTopical(words)) yield { key: phraseKey(text), text, isCompound: false };
				}
			}
		}
	}
}

/** Runs of words between stop words and punctuation. */
function runs(sentence: string): string[][] {
	const found: string[][] = [];
	let run: string[] = [];
	for (const [token] of sentence.matchAll(tokenRe)) {
		if (token === 'of' && joined.has(run[run.length - 1]?.toLowerCase() ?? '')) {
			run.push(token);
			continue;
		}
		if (/^[A-Za-z]/.test(token) && !stopWords.has(token.toLowerCase())) {
			run.push(token);
			continue;
		}
		if (run.length > 0) found.push(run);
		run = [];
	}
	if (run.length > 0) found.push(run);
	return found;
}

function isTopical(words: readonly string[]): boolean {
	const last = words[words.length - 1]!.toLowerCase();
	const first = words[0]!.toLowerCase();
	if (first === 'of' || last === 'of') return false;
	if (adverbRe.test(first) || adverbRe.test(last) || last.length < 3) return false;
	if (words.every((word) => weakEnds.has(word.toLowerCase()))) return false;
	return !(last.endsWith('ed') && participleRe.test(last));
}
