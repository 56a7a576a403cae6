import type { GoneName } from '../../model/name-view.ts';
import type { NameLine } from '../../model/names.ts';
import type { NamedThing } from '../../model/paper-view.ts';

/** A topic that has a page, by the key it is recognised by. */
export interface LiveTopic extends NamedThing {
	readonly key: string;
}

const mostNear = 6;

/**
 * What the pages of names say that no paper has any more. A topic that was decided to be another's
 * leads there, and a system to what its paper is now found to introduce; a topic that is a part of
 * others, or has them as parts, names these.
 */
export function goneNames(
	lines: readonly NameLine[],
	topics: readonly LiveTopic[],
	merged: ReadonlyMap<string, string>,
	systemOf: (line: NameLine) => NamedThing | undefined,
): GoneName[] {
	const byKey = new Map(topics.map((topic) => [topic.key, topic]));
	return lines.map((line): GoneName => {
		const { kind, slug, key } = line;
		const into = kind === 'system' ? systemOf(line) : byKey.get(merged.get(key) ?? '');
		const near =
			into || kind === 'system' ? [] : topics.filter((topic) => isPart(key, topic.key));
		return {
			kind,
			slug,
			...(into && { into: nameOnly(into) }),
			near: near.slice(0, mostNear).map(nameOnly),
		};
	});
}

/** Whether one phrase has all words of the other, side by side. */
function isPart(a: string, b: string): boolean {
	return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

function nameOnly({ slug, name }: NamedThing): NamedThing {
	return { slug, name };
}
