import { expect, test } from 'vitest';
import type { FoundSystem } from '../../../src/enrich/names/systems/gather-systems.ts';
import { viewSystems } from '../../../src/enrich/names/view-systems.ts';
import type { PaperId } from '../../../src/model/id.ts';

const [one, two] = ['one', 'two'] as unknown as [PaperId, PaperId];

function system(name: string, introducedBy: PaperId | undefined, ...mentions: PaperId[]) {
	const key = name.toLowerCase();
	const find: FoundSystem = {
		key,
		name,
		aliases: [],
		introducedBy,
		mentions: new Map(mentions.map((id) => [id, []])),
		isSure: true,
		isShared: false,
	};
	return { find, line: { kind: 'system', slug: key, key } as const, thing: { slug: key, name } };
}

test('an address whose name only its own paper mentions forwards to it, and is linked from nowhere', () => {
	const alone = system('Alone', one, one);
	const known = system('Known', one, one, two);
	const foreign = system('Foreign', undefined, two);
	const names = [alone, known, foreign].map(({ find }) => ({ name: find.name, system: find }));
	const view = viewSystems(
		{
			systems: [alone.find, known.find, foreign.find],
			papers: new Map([[one, { system: 'Alone', names }]]),
		},
		[alone, known, foreign],
	);
	expect(view.systems.map(({ slug, forwardsTo }) => [slug, forwardsTo])).toEqual([
		['alone', one],
		['known', undefined],
		['foreign', undefined],
	]);
	expect(view.systemsOf.get(one)!.map(({ name, slug }) => [name, slug])).toEqual([
		['Alone', undefined],
		['Known', 'known'],
		['Foreign', 'foreign'],
	]);
});

test('systems of one name know each other', () => {
	const first = system('Hydra', one, one, two);
	const second = system('HYDRA', two, two);
	const other = { ...second, thing: { slug: 'hydra-2', name: 'HYDRA' } };
	const addressed = [first, { ...other, line: { ...other.line, slug: 'hydra-2' } }];
	const view = viewSystems(
		{ systems: addressed.map(({ find }) => find), papers: new Map() },
		addressed,
	);
	expect(view.systems.map(({ namesakes }) => namesakes)).toEqual([['hydra-2'], ['hydra']]);
});
