import type { VFile } from 'vfile';
import { questionsSchema, type Question } from '../../model/questions.ts';
import { readYaml } from './read-yaml.ts';

/** Read `content/watch.yaml`. What is no question is reported on the file with its line. */
export function parseQuestions(file: VFile): readonly Question[] {
	return readYaml(file, questionsSchema, 'invalid-question') ?? [];
}
