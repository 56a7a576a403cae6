import { getEntry } from 'astro:content';
import { csv } from '../../trends/csv.ts';
import { trendNames, trendTable, type TrendName } from '../../trends/trend-tables.ts';

export function getStaticPaths() {
	return trendNames.map((name) => ({ params: { name } }));
}

/** The numbers of a picture, whole. */
export async function GET({ params }: { params: { name: TrendName } }): Promise<Response> {
	const { data: trends } = (await getEntry('trends', 'archive'))!;
	return new Response(csv(trendTable(params.name, trends)), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
	});
}
