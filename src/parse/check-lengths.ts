import type { VFile } from 'vfile';
import { report, type Place } from '../diagnostics.ts';
import { limits } from '../model/limits.ts';

/** How long a text is, and where it begins. */
export interface Measured {
	/** UTF-16 units. */
	readonly size: number;
	readonly place: Place;
}

/** Report a title or an abstract that is longer than any can be, or of an unusual length. */
export function checkLengths(title: Measured, abstract: Measured, file: VFile): void {
	if (title.size > limits.title) report(file, 'too-long', String(title.size), title.place);
	else if (title.size > limits.usualTitle)
		report(file, 'long-title', String(title.size), title.place);
	if (abstract.size > limits.abstract)
		report(file, 'too-long', String(abstract.size), abstract.place);
	else if (abstract.size < limits.usualAbstract)
		report(file, 'short-abstract', String(abstract.size), abstract.place);
}
