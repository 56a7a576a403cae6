import { currentArchive } from '../../loaders/current-archive.ts';
import { trendNames, type TrendName } from '../../model/trends.ts';
import { csv } from '../../trends/csv.ts';
import { trendTable } from '../../trends/trend-tables.ts';

export function getStaticPaths() {
	return trendNames.map((name) => ({ params: { name } }));
}

/** The numbers of a picture, whole. */
export async function GET({ params }: { params: { name: TrendName } }): Promise<Response> {
	const { trends, papers } = await currentArchive();
	return new Response(csv(trendTable(params.name, trends, papers)), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
	});
}
