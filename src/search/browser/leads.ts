import { formatDigest, formatMonth } from '../../language/format.ts';
import { isDigestId } from '../../model/id.ts';
import type { Lead } from '../engine/leads.ts';
import { makeLink } from './link.ts';

/** The pages that a query names, as links: “Go to topic Mixture of Experts · system MoE”. */
export function drawLeads(leads: readonly Lead[], root: string): (Node | string)[] {
	return leads.flatMap(({ kind, name, url }, at) => [
		`${at === 0 ? 'Go to' : ' ·'} ${kind} `,
		makeLink(nameOf(kind, name), root, url),
	]);
}

function nameOf(kind: Lead['kind'], name: string): string {
	if (kind === 'digest' && isDigestId(name)) return formatDigest(name);
	return kind === 'month' ? formatMonth(name) : name;
}
