import type { ElementContent, Text } from 'hast';
import type { NamedThing } from '../../model/paper-view.ts';

// A name is not linked within a link or a formula.
const untouched: ReadonlySet<string> = new Set(['a', 'math']);

/** A text of the restorer with a link at the first mention of each named system; `href` gives its target. */
export function linkNames(
	tree: readonly ElementContent[],
	systems: readonly NamedThing[],
	href: (slug: string) => string,
): ElementContent[] {
	const waiting = new Map(systems.map((system) => [system, nameRe(system.name)]));
	const link = (node: ElementContent): ElementContent[] => {
		if (waiting.size === 0) return [node];
		if (node.type === 'text') return linkText(node, waiting, href);
		if (node.type !== 'element' || untouched.has(node.tagName)) return [node];
		return [{ ...node, children: node.children.flatMap(link) }];
	};
	return tree.flatMap(link);
}

/** Link the names of a text; those that were found wait no longer. */
function linkText(
	{ value }: Text,
	waiting: Map<NamedThing, RegExp>,
	href: (slug: string) => string,
): ElementContent[] {
	const places = [...waiting]
		.flatMap(([system, re]) => {
			const match = re.exec(value);
			return match
				? [{ system, start: match.index, end: match.index + match[0].length }]
				: [];
		})
		.toSorted((a, b) => a.start - b.start || b.end - a.end);
	const nodes: ElementContent[] = [];
	let at = 0;
	for (const { system, start, end } of places) {
		if (start < at) continue;
		nodes.push(textOf(value.slice(at, start)), {
			type: 'element',
			tagName: 'a',
			properties: { className: ['name'], href: href(system.slug) },
			children: [textOf(value.slice(start, end))],
		});
		waiting.delete(system);
		at = end;
	}
	nodes.push(textOf(value.slice(at)));
	return nodes;
}

function textOf(value: string): Text {
	return { type: 'text', value };
}

// `\x27`, an apostrophe as `RegExp.escape` writes it
const apostropheRe = /\\x27/g;

/** A name as a word of its own, whichever apostrophe it has. */
function nameRe(name: string): RegExp {
	const form = RegExp.escape(name).replace(apostropheRe, "['’]");
	return new RegExp(`(?<![\\w&#-])${form}(?![\\w+]|-\\w)`);
}
