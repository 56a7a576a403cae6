import { getCollection, getEntry } from 'astro:content';
import { permanentAddresses } from '../model/permanent-addresses.ts';

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
	const addresses = permanentAddresses({
		papers: papers.map(({ data }) => data),
		digests: digests.map(({ data }) => data),
		years: years.map(({ data }) => data),
		systems: systems.map(({ data }) => data),
		topics: topics.map(({ data }) => data),
		overview,
	});
	return new Response(
		addresses
			.toSorted()
			.map((line) => `${line}\n`)
			.join(''),
	);
}
