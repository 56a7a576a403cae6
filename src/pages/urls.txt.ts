import { getCollection } from 'astro:content';
import { address } from '../model/address.ts';

const fixed = [
	address.home,
	address.about,
	address.digests,
	address.papers,
	address.search,
	address.digestFeed,
	address.paperFeed,
	address.sitemap,
	address.urls,
];

/** Every permanent address, one a line, without the base path, so that two publications compare. */
export async function GET(): Promise<Response> {
	const [papers, digests, years, letters] = await Promise.all([
		getCollection('papers'),
		getCollection('digests'),
		getCollection('years'),
		getCollection('letters'),
	]);
	const addresses = [
		...fixed,
		...letters.map(({ data }) => address.letter(data.id)),
		...years.map(({ data }) => address.year(data.id)),
		...years.flatMap(({ data }) => data.months.map(({ id }) => address.month(id))),
		...digests.map(({ data }) => address.digest(data.id)),
		...papers.map(({ data }) => address.paper(data.id)),
	];
	return new Response(
		addresses
			.toSorted()
			.map((line) => `${line}\n`)
			.join(''),
	);
}
