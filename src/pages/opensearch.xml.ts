import type { APIContext } from 'astro';
import { wholeAt } from '../components/href.ts';
import { openSearchDescription } from '../head/open-search.ts';

export function GET({ site }: APIContext): Response {
	return new Response(openSearchDescription(wholeAt(site)), {
		headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
	});
}
