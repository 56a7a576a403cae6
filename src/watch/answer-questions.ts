import type { Answered, Question } from '../model/questions.ts';
import type { PaperId } from '../model/id.ts';
import { hasCode } from '../search/facet-file.ts';
import type { SearchSource } from '../search/engine/source.ts';
import type { SearchState } from '../search/engine/state.ts';

/** Make the search of each question, as the search page would, in its order by date. */
export async function answerQuestions(
	questions: readonly Question[],
	source: SearchSource,
): Promise<Answered[]> {
	if (questions.length === 0) return [];
	// Most archives have none.
	const { createSearchEngine } = await import('../search/engine/engine.ts');
	const engine = createSearchEngine(source, () => new Set());
	const ids = await source.ids();
	const answers: Answered[] = [];
	for (const question of questions) {
		const { papers, complete, unknown } = await engine.ask(searchOf(question));
		answers.push({
			...question,
			// Who searches is shown what is near as well; who waits for something is told when it is there.
			papers: (unknown.length > 0 ? [] : papers.slice(0, complete)).map(
				(paper) => ids[paper] as PaperId,
			),
			unknown: unknown.map(({ word }) => word),
		});
	}
	return answers;
}

/** The search that a question is. */
export function searchOf({ query, topics, systems, isWithCode }: Question): SearchState {
	const code = isWithCode ? [hasCode] : [];
	return {
		query,
		chosen: { when: [], digest: [], topic: topics, system: systems, code },
		sort: 'newest',
		isSaved: false,
	};
}
