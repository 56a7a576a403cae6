import { VFile } from 'vfile';
import type { Keep } from '../../model/keep.ts';
import type { RestoredText, Restorer } from './restore-text.ts';

/**
 * A restorer that takes what was kept of a text. A text that could not all be shown restored is read
 * anew, for its messages name the place where it stands.
 */
export function keptRestorer(restore: Restorer, keep: Keep): Restorer {
	return (text, source = {}) => {
		const { path, decisions = [], title = '' } = source;
		let made: RestoredText | undefined;
		const kept = keep('restored', [text, title, JSON.stringify(decisions)], () => {
			made = restore(text, source);
			const { file, ...result } = made;
			return file.messages.length === 0 ? result : undefined;
		});
		if (made || !kept) return made ?? restore(text, source);
		return { ...kept, file: new VFile({ value: text, ...(path !== undefined && { path }) }) };
	};
}
