import type { APIContext } from 'astro';
import { wholeAt } from '../../../components/href.ts';
import { answerWith } from '../../../feeds/answer.ts';
import { endedFeed, questionFeed } from '../../../feeds/question-feed.ts';
import { currentAnswers } from '../../../loaders/current-answers.ts';
import { currentArchive } from '../../../loaders/current-archive.ts';

/** The questions that have a feed, for ever: those that are asked, and those that were. */
export async function questionPaths() {
	const { questions, goneNames } = await currentArchive();
	const gone = goneNames.filter(({ kind }) => kind === 'question');
	return [...questions, ...gone].map(({ slug }) => ({ params: { slug } }));
}

/** The feed of a question, at the address that its name and `addressOf` give. */
export async function answerQuestion(
	{ params, site }: APIContext,
	addressOf: (slug: string) => string,
): Promise<Response> {
	const slug = params['slug']!;
	const whole = wholeAt(site);
	const archive = await currentArchive();
	const isAsked = archive.questions.some((one) => one.slug === slug);
	// An ended one has nothing to wait for.
	const question = isAsked && (await currentAnswers()).find((one) => one.slug === slug);
	const feed = question ? questionFeed(question, archive, whole) : endedFeed(slug, whole);
	return answerWith(feed, whole(addressOf(slug)));
}
