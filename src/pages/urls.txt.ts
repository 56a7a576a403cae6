import { getCollection, getEntry } from 'astro:content';
import { address } from '../model/address.ts';
import { fixedAddresses, nameAddress } from '../model/permanent-addresses.ts';

/** Every permanent address, one a line, without the base path, so that two publications compare. */
export async function GET(): Promise<Response> {
	const [papers, digests, years, systems, topics] = await Promise.all([
		getCollection('papers'),
		getCollection('digests'),
		getCollection('years'),
		getCollection('systems'),
		getCollection('topics'),
	]);
	const { data: overview } = (await getEntry('overview', 'archive'))!;
	const addresses = [
		...fixedAddresses,
		...overview.letters.map(({ id }) => address.letter(id)),
		...systems.map(({ data }) => address.system(data.id)),
		...topics.map(({ data }) => address.topic(data.id)),
		...overview.goneNames.map(nameAddress),
		...years.map(({ data }) => address.year(data.id)),
		...years.flatMap(({ data }) => data.months.map(({ id }) => address.month(id))),
		...digests.map(({ data }) => address.digest(data.id)),
		...overview.withdrawn.map(({ id }) => address.digest(id)),
		...papers.map(({ data }) => address.paper(data.id)),
		...overview.former.map(({ id }) => address.paper(id)),
	];
	return new Response(
		addresses
			.toSorted()
			.map((line) => `${line}\n`)
			.join(''),
	);
}
