import { digestIdParts, type Day, type PaperId } from '../../model/id.ts';
import { currentRevision, type Paper } from '../../model/paper.ts';
import type { RestoredTexts } from '../restore/restore-texts.ts';
import type { TopicText } from './match-topics.ts';

/** A paper whose topics are to be found. */
export interface TopicPaper extends TopicText {
	readonly id: PaperId;
	readonly firstSeen: Day;
}

/** What readers see of papers, by which their topics are found. */
export function topicPapers(papers: readonly Paper[], texts: RestoredTexts): TopicPaper[] {
	return papers.map((paper) => {
		const { title, abstract } = texts.of(currentRevision(paper));
		const { day } = digestIdParts(paper.appearances[0].digest);
		return { id: paper.id, title: title.plain, abstract: abstract.plain, firstSeen: day };
	});
}
