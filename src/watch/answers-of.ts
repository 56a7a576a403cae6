import type { Answered } from '../model/questions.ts';
import type { ArchiveView } from '../model/view.ts';
import { indexOf } from '../search/build/open-index.ts';
import { answerQuestions } from './answer-questions.ts';

const known = new WeakMap<ArchiveView, Promise<Answered[]>>();

/** The answers to the questions of an archive whose index lies nowhere; found once an archive. */
export function answersOf(archive: ArchiveView): Promise<Answered[]> {
	const { questions, papers } = archive;
	const answers =
		known.get(archive) ??
		answerQuestions(questions, indexOf(questions.length === 0 ? [] : [...papers.values()]));
	known.set(archive, answers);
	return answers;
}
