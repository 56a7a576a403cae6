import type { GoneName } from '../../model/name-view.ts';
import type { NameLine } from '../../model/names.ts';
import type { NamedThing } from '../../model/paper-view.ts';

const mostNear = 6;

/**
 * What the pages of names say that no paper has any more. A topic that another took in leads there, and a
 * system that a person took from its paper to what that introduces; a topic that is a part of others, or
 * has them as parts, names these.
 */
export function goneNames(
	lines: readonly NameLine[],
	topics: ReadonlyMap<string, NamedThing>,
	systemOf: (line: NameLine) => NamedThing | undefined,
): GoneName[] {
	return lines.map((line): GoneName => {
		const { kind, slug, key } = line;
		const into = kind === 'system' ? systemOf(line) : topics.get(key);
		const near =
			into || kind === 'system'
				? []
				: [...topics].filter(([other]) => isPart(key, other)).map(([, topic]) => topic);
		return {
			kind,
			slug,
			...(into && { into: nameOnly(into) }),
			near: [...new Set(near)].slice(0, mostNear).map(nameOnly),
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
