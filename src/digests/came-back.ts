import type { EntryView } from '../model/digest-view.ts';

/** Whether a digest before had the paper of an entry. */
export function cameBack({ status }: Pick<EntryView, 'status'>): boolean {
	return status === 'known' || status === 'revised';
}
