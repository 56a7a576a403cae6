import { foldWord } from '../text/words.ts';

const openers = words(
	'are can could do does explain find how is papers show what when where which who why',
);
const fillers = words(
	`a about an and any approaches are best can could do does explain find for how i in introduced
	introduces is me methods of on paper papers proposed proposes show that the there to use used uses
	was way ways were what when where which who why will with work works`,
);
// `what is Mamba?`
const markRe = /\?\s*$/;

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}

/** The words of a question that only ask: `how`, `does` and `work` of `how does Mamba work`. None of what is no question. */
export function askingWords(query: string): ReadonlySet<string> {
	const all = query.split(/\s+/).map(foldWord);
	const isQuestion = markRe.test(query) || openers.has(all[0] ?? '');
	return new Set(isQuestion ? all.filter((word) => fillers.has(word)) : []);
}

/** What a query is about: `Mamba` of `how does Mamba work?` */
export function subjectOf(query: string): string {
	const asking = askingWords(query);
	const subject = query.split(/\s+/).filter((word) => !asking.has(foldWord(word)));
	return subject.join(' ').replace(markRe, '');
}
