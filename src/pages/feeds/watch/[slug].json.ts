import type { APIContext } from 'astro';
import { address } from '../../../model/address.ts';
import { answerQuestion, questionPaths } from './_answer.ts';

export const getStaticPaths = questionPaths;

export function GET(context: APIContext): Promise<Response> {
	return answerQuestion(context, address.questionJsonFeed);
}
