import type { PaperId } from '../../model/id.ts';
import type { SystemView } from '../../model/name-view.ts';
import type { NameLine } from '../../model/names.ts';
import type { MentionedSystem } from '../../model/paper-view.ts';
import { ownText } from '../../text/own-text.ts';
import { typographicQuotes } from '../../text/typographic-quotes.ts';
import type { Addressed } from './addressed.ts';
import type { FoundSystem, FoundSystems } from './systems/gather-systems.ts';

/** The pages of systems, and what each paper names. */
export interface ViewedSystems {
	readonly systems: readonly SystemView[];
	/** The name of what each paper introduces, whether it has a page or not. */
	readonly introduced: ReadonlyMap<PaperId, string>;
	readonly systemsOf: ReadonlyMap<PaperId, readonly MentionedSystem[]>;
}

/** Give the systems that have an address their pages, and the names of papers the pages of their systems. */
export function viewSystems(
	found: FoundSystems,
	addressed: readonly Addressed<FoundSystem>[],
): ViewedSystems {
	const views = new Map(
		addressed.map(({ find, line }) => [find, viewSystem(find, line)] as const),
	);
	const pageOf = (system: FoundSystem): Pick<MentionedSystem, 'slug'> => {
		const view = views.get(system);
		return view && view.forwardsTo === undefined ? { slug: view.slug } : {};
	};
	return {
		systems: withNamesakes([...views.values()]),
		introduced: new Map(
			[...found.papers].flatMap(([id, { system }]) =>
				system === undefined ? [] : [[id, system] as const],
			),
		),
		systemsOf: new Map(
			[...found.papers].map(([id, { names }]) => [
				id,
				names.map(({ name, system }) => ({ name, family: system.name, ...pageOf(system) })),
			]),
		),
	};
}

type Named = Omit<SystemView, 'namesakes'>;

function viewSystem(
	{ name, aliases, introducedBy, mentions }: FoundSystem,
	{ slug }: NameLine,
): Named {
	const isOwnOnly =
		mentions.size === 1 && introducedBy !== undefined && mentions.has(introducedBy);
	return {
		slug,
		name,
		aliases,
		...(introducedBy && { introducedBy }),
		...(isOwnOnly && { forwardsTo: introducedBy }),
		mentions: [...mentions].map(([paper, quotes]) => ({
			paper,
			quotes: quotes.map((quote) => ownText(typographicQuotes(quote))),
		})),
	};
}

/** Systems whose names differ by case at most. */
function withNamesakes(systems: readonly Named[]): SystemView[] {
	const byName = Map.groupBy(systems, ({ name }) => name.toLowerCase());
	return systems.map((system) => ({
		...system,
		namesakes: byName
			.get(system.name.toLowerCase())!
			.map(({ slug }) => slug)
			.filter((slug) => slug !== system.slug),
	}));
}
