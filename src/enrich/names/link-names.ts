import type { NamedThing } from '../../model/view.ts';

const tagRe = /(<[^>]+>)/;
// A name is not linked within a link or a formula.
const openRe = /^<(?:a|math)\b/;
const closeRe = /^<\/(?:a|math)>/;

/**
 * HTML of the restorer with a link at the first mention of each named system. `href` gives a link's
 * target, which must need no escaping.
 */
export function linkNames(
	html: string,
	systems: readonly NamedThing[],
	href: (slug: string) => string,
): string {
	let waiting = systems;
	let depth = 0;
	return html
		.split(tagRe)
		.map((part) => {
			if (openRe.test(part)) depth++;
			else if (closeRe.test(part)) depth--;
			if (part.startsWith('<') || depth > 0 || waiting.length === 0) return part;
			const { linked, left } = linkText(part, waiting, href);
			waiting = left;
			return linked;
		})
		.join('');
}

function linkText(text: string, systems: readonly NamedThing[], href: (slug: string) => string) {
	const places = systems
		.flatMap((system) => {
			const match = nameRe(system.name).exec(text);
			return match
				? [{ system, start: match.index, end: match.index + match[0].length }]
				: [];
		})
		.toSorted((a, b) => a.start - b.start || b.end - a.end);
	const linked: string[] = [];
	const done = new Set<NamedThing>();
	let at = 0;
	for (const { system, start, end } of places) {
		if (start < at) continue;
		linked.push(
			text.slice(at, start),
			`<a class="name" href="${href(system.slug)}">${text.slice(start, end)}</a>`,
		);
		done.add(system);
		at = end;
	}
	linked.push(text.slice(at));
	return { linked: linked.join(''), left: systems.filter((system) => !done.has(system)) };
}

/** A name as a word of its own; what HTML escapes is in no name. */
function nameRe(name: string): RegExp {
	return new RegExp(`(?<![\\w&#-])${RegExp.escape(name)}(?![\\w+]|-\\w)`);
}
