import type { Answered } from '../model/questions.ts';

/** Gives the answers to all standing questions that are asked, in their order. */
type Answers = () => Promise<readonly Answered[]>;

// As for the archive: the process is all that pages and a build have in common.
const key = Symbol.for('offprint:answers');
const shared = globalThis as { [key]?: Answers | undefined };

/** Say where the answers of this process come from; nothing when none will ask any more. */
export function provideAnswers(answers: Answers | undefined): void {
	shared[key] = answers;
}

/** The answers of the archive that pages are of. They wait for the search index. */
export function currentAnswers(): Promise<readonly Answered[]> {
	if (!shared[key]) throw new Error('No answers were provided before they were asked for');
	return shared[key]();
}
