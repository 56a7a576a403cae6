import type { FoundTopic, FoundTopics } from '../src/enrich/topics/found-topics.ts';
import { createTopicMatcher } from '../src/enrich/topics/match-topics.ts';
import type { TopicPaper } from '../src/enrich/topics/topic-papers.ts';
import { formatCount, formatNumber } from '../src/language/format.ts';
import type { NameLine } from '../src/model/names.ts';
import { topicKey, type Vocabulary } from '../src/model/vocabulary.ts';
import { quote } from '../src/diagnostics.ts';

/** What a report on a vocabulary is made of. */
export interface TopicSurvey {
	readonly vocabulary: Vocabulary;
	readonly papers: readonly TopicPaper[];
	/** Those of the vocabulary; none without one. */
	readonly found: FoundTopics;
	/** Those that a machine proposes. */
	readonly proposed: FoundTopics;
	readonly names: readonly NameLine[];
}

const mostTitles = 2;

/** How well a vocabulary fits an archive: what to add to it, as lines to paste, and what is idle in it. */
export function topicReport(survey: TopicSurvey, limit: number): string {
	return [
		summary(survey),
		proposals(survey, limit),
		withoutPapers(survey, limit),
		withoutTopic(survey, limit),
		withoutEntry(survey),
	]
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
}

function summary({ vocabulary, found, papers }: TopicSurvey): string[] {
	const served = [...found.keysOf.values()].filter((keys) => keys.length > 0).length;
	return [
		`${formatCount(vocabulary.length, 'topic')} in the vocabulary, ${formatNumber(found.topics.length)} with papers; ` +
			`${formatNumber(served)} of ${formatCount(papers.length, 'paper')} with a topic.`,
	];
}

/** Phrases that no form of the vocabulary is in. */
function proposals({ vocabulary, proposed }: TopicSurvey, limit: number): string[] {
	const match = createTopicMatcher(
		vocabulary.map(({ forms, weak, title, ...entry }) => ({
			...entry,
			forms: [...forms, ...weak, ...title],
			weak: [],
			title: [],
			not: [],
		})),
	);
	const fresh = proposed.topics.filter(
		({ name }) => match({ title: name, abstract: '' }).length === 0,
	);
	if (fresh.length === 0) return ['Nothing to propose.'];
	return [
		`Proposed, ${formatNumber(Math.min(limit, fresh.length))} of ${formatNumber(fresh.length)}, to paste where they fit:`,
		...fresh.slice(0, limit).map(proposalLines),
	];
}

function proposalLines({ name, papers }: FoundTopic): string {
	const titles = papers
		.toSorted((a, b) => Number(hasIn(b, name)) - Number(hasIn(a, name)))
		.slice(0, mostTitles)
		.map(({ title }) => `“${quote(title)}”`);
	const shown = /^[\p{L}\p{N}]/u.test(name) ? name : `'${name}'`;
	return [
		`  # ${formatCount(papers.length, 'paper')}: ${titles.join(', ')}`,
		`  ${shown}: { forms: [${shown}] }`,
	].join('\n');
}

function hasIn({ title }: TopicPaper, name: string): boolean {
	return title.toLowerCase().includes(name.toLowerCase());
}

function withoutPapers({ vocabulary, found }: TopicSurvey, limit: number): string[] {
	const keys = new Set(found.topics.map(({ key }) => key));
	const idle = vocabulary
		.filter(({ name }) => !keys.has(topicKey(name)))
		.map(({ name }) => quote(name));
	const rest = idle.length > limit ? ` and ${formatNumber(idle.length - limit)} more` : '';
	return idle.length === 0
		? []
		: [`In the vocabulary, without papers: ${idle.slice(0, limit).join(', ')}${rest}.`];
}

function withoutTopic({ vocabulary, found, papers }: TopicSurvey, limit: number): string[] {
	if (vocabulary.length === 0) return [];
	const lacking = papers.filter(({ id }) => found.keysOf.get(id)!.length === 0);
	if (lacking.length === 0) return [];
	return [
		'Papers without a topic:',
		...lacking.slice(0, limit).map(({ id, title }) => `  ${id}  ${quote(title)}`),
		...(lacking.length > limit ? [`  and ${formatNumber(lacking.length - limit)} more`] : []),
	];
}

/** Addresses whose topic is gone from the vocabulary: perhaps it was renamed, and nobody said so. */
function withoutEntry({ vocabulary, names }: TopicSurvey): string[] {
	const keys = new Set(
		vocabulary.flatMap(({ name, was }) => [topicKey(name), ...was.map(topicKey)]),
	);
	const lost = names.filter(
		({ kind, key, pages }) => kind === 'topic' && !pages && !keys.has(key),
	);
	return lost.length === 0
		? []
		: [
				'Addresses of topics that are not in the vocabulary; `was` of another topic says where they lead:',
				...lost.map(({ slug, key }) => `  /topics/${slug}/  ${quote(key)}`),
			];
}
