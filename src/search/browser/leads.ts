import { formatDigest, formatMonth } from '../../language/format.ts';
import { isDigestId } from '../../model/id.ts';
import type { Lead } from '../engine/leads.ts';
import { makeLink } from './link.ts';
import { words } from '../../language/words.ts';

/** The pages that a query names, as links: “Go to topic Mixture of Experts · system MoE”. */
export function drawLeads(leads: readonly Lead[], root: string): (Node | string)[] {
	return leads.flatMap(({ kind, name, url }, at) => [
		`${at === 0 ? words.notes.goTo : ' ·'} ${words.notes.kinds[kind]} `,
		makeLink(nameOfLead({ kind, name }), root, url),
	]);
}

/** What a page is called, as it is written. */
export function nameOfLead({ kind, name }: Pick<Lead, 'kind' | 'name'>): string {
	if (kind === 'digest' && isDigestId(name)) return formatDigest(name);
	return kind === 'month' ? formatMonth(name) : name;
}
