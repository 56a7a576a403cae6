import type { Keep } from '../../model/keep.ts';
import { untouchedText, type RestoredText, type Restorer } from './restore-text.ts';

/**
 * A restorer that takes what was kept of a text. A text that could not all be shown restored is read
 * anew, for its messages name the place where it stands.
 */
export function keptRestorer(restore: Restorer, keep: Keep): Restorer {
	return (text, source = {}) => {
		const { decisions = [], title = '' } = source;
		let made: RestoredText | undefined;
		const kept = keep('restored', [text, title, JSON.stringify(decisions)], () => {
			made = restore(text, source);
			if (made.file) return undefined;
			return isUntouched(made, text) ? untouched : made;
		});
		if (made || kept === undefined) return made ?? restore(text, source);
		return kept === untouched ? untouchedText(text) : kept;
	};
}

// Most texts are, and then are in memory once: nothing of them is kept but this.
const untouched = null;

function isUntouched({ tree: [first], plain, spans }: RestoredText, text: string) {
	const isWhole = first?.type === 'text' && first.value === text;
	return isWhole && plain === text && spans.length === 0;
}
