import { isDay, type Day } from '../../model/id.ts';
import type { PaperFacts } from '../../model/paper-facts.ts';
import type { ListedPaper } from './feed-schema.ts';

/**
 * What a list says of a paper beside its texts. People type the addresses: `unusable` is told of one that
 * leads nowhere, which is left out.
 */
export function listedFacts(
	paper: ListedPaper,
	unusable: (field: 'githubRepo' | 'projectPage', address: string) => void,
): PaperFacts {
	const link = (field: 'githubRepo' | 'projectPage'): string | undefined => {
		const address = paper[field]?.trim() ?? '';
		if (address === '') return undefined;
		const url = webAddress(address);
		if (url === undefined) unusable(field, address);
		return url;
	};
	const shown = (paper.authors ?? []).filter(({ hidden }) => hidden !== true);
	return known({
		arxiv: paper.id,
		authors: texts(shown.map(({ name }) => name)),
		published: dayOf(paper.publishedAt),
		submitted: dayOf(paper.submittedOnDailyAt),
		upvotes: paper.upvotes ?? undefined,
		repository: link('githubRepo'),
		project: link('projectPage'),
		keywords: texts(paper.ai_keywords ?? []),
	});
}

/** The day of a time, by the clock that it is told by. */
export function dayOf(instant: string | null | undefined): Day | undefined {
	const day = instant?.slice(0, 10) ?? '';
	return isDay(day) ? day : undefined;
}

/** Those of nothing but space left out; `undefined` for none. Two authors may have one name. */
function texts(items: readonly string[]): readonly string[] | undefined {
	const shown = items.map((item) => item.replace(/\s+/g, ' ').trim()).filter(Boolean);
	return shown.length > 0 ? shown : undefined;
}

function webAddress(address: string): string | undefined {
	const url = URL.parse(address);
	return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

type Gaps<Whole> = { [Key in keyof Whole]: Whole[Key] | undefined };

function known({ arxiv, ...rest }: Gaps<Required<PaperFacts>> & { arxiv: string }): PaperFacts {
	const given = Object.entries(rest).filter(([, value]) => value !== undefined);
	return { arxiv, ...Object.fromEntries(given) };
}
