import type { VFile } from 'vfile';
import { quote, report } from '../../diagnostics.ts';
import {
	topicKey,
	vocabularySchema,
	widerTopics,
	type TopicEntry,
	type Vocabulary,
} from '../../model/vocabulary.ts';
import { parseForm, wordForms } from '../../text/word-forms.ts';
import { placesInYaml, readYaml, type YamlPath } from './read-yaml.ts';

/** What is wrong in a vocabulary, and what should stand there. */
interface Fault {
	readonly path: YamlPath;
	readonly found: string;
	readonly expected: string;
}

// One more than are told of a file.
const mostFaults = 26;

/**
 * Read `content/topics.yaml`. What is no vocabulary, means nothing or says a thing twice is reported
 * on the file with its line and column.
 */
export function parseVocabulary(file: VFile): Vocabulary {
	const vocabulary = readYaml(file, vocabularySchema, 'invalid-topic') ?? [];
	const faults = [
		...nameFaults(vocabulary),
		...widerFaults(vocabulary),
		...vocabulary.flatMap(formFaults),
	];
	if (faults.length === 0) return vocabulary;
	const placeOf = placesInYaml(file);
	for (const { path, found, expected } of faults.slice(0, mostFaults))
		report(file, 'invalid-topic', found, placeOf(path), { expected });
	return vocabulary;
}

/** A name is one topic’s, now and before. */
function nameFaults(vocabulary: Vocabulary): Fault[] {
	const taken = new Map<string, string>();
	const faultsOf = (name: string, topic: string, path: YamlPath): Fault[] => {
		const key = topicKey(name);
		const owner = taken.get(key);
		taken.set(key, owner ?? topic);
		const expected = `a name that \`${quote(owner ?? '')}\` does not have and never had`;
		return owner === undefined ? [] : [{ path, found: name, expected }];
	};
	return [
		...vocabulary.flatMap(({ name }) => faultsOf(name, name, ['topics', name])),
		...vocabulary.flatMap(({ name, was }) =>
			was.flatMap((old, index) => faultsOf(old, name, ['topics', name, 'was', index])),
		),
	];
}

/** What contains a topic is another one, and not within it. */
function widerFaults(vocabulary: Vocabulary): Fault[] {
	const numbers = new Map(vocabulary.map(({ name }, number) => [topicKey(name), number]));
	const containing = widerTopics(vocabulary);
	return vocabulary.flatMap(({ name, wider }, number) =>
		wider.flatMap((found, index) => {
			const other = numbers.get(topicKey(found));
			const isOutside =
				other !== undefined && other !== number && !containing[other]!.includes(number);
			const expected = `a topic that is not \`${quote(name)}\` or within it`;
			return isOutside ? [] : [{ path: ['topics', name, 'wider', index], found, expected }];
		}),
	);
}

/** A form stands under a topic once, and what hides forms has one to hide. */
function formFaults({ name, forms, weak, title, not }: TopicEntry): Fault[] {
	const met = new Set<string>();
	const repeated = Object.entries({ forms, weak, title }).flatMap(([kind, list]) =>
		list.flatMap((found, index) => {
			const key = JSON.stringify(parseForm(found));
			const isNew = !met.has(key);
			met.add(key);
			const expected = `a form that \`${quote(name)}\` does not have yet`;
			return isNew ? [] : [{ path: ['topics', name, kind, index], found, expected }];
		}),
	);
	const counted = [...forms, ...weak, ...title].map(stemsOf);
	const idle = not.flatMap((found, index) => {
		const stems = stemsOf(found);
		const expected = `a phrase that has a form of \`${quote(name)}\` in it`;
		return counted.some((form) => stems.includes(form))
			? []
			: [{ path: ['topics', name, 'not', index], found, expected }];
	});
	return [...repeated, ...idle];
}

/** ` vision languag model `: what a phrase may have in common with a text, at most. */
function stemsOf(phrase: string): string {
	return ` ${wordForms(phrase)
		.map((word) => word?.[2])
		.join(' ')} `;
}
