import { VFile } from 'vfile';
import type { Content, MergeSides } from '../../model/content.ts';
import { bothSides, hasMarkers } from './conflict-markers.ts';
import { isForked } from './unite-register.ts';

/** The files of lines, each with the lines of both sides of a merge. */
export type MergedFiles = Readonly<Record<keyof MergeSides['texts'], VFile>>;

/** The lines of both sides of each file, those of the file itself where they stand in it. */
export function mergedFiles(content: Content, { texts }: MergeSides): MergedFiles {
	const merged = (name: keyof MergeSides['texts']) => {
		const value = [String(content[name]), ...texts[name]].map(bothSides).map(closed).join('');
		return new VFile({ path: content[name].path, value });
	};
	return {
		manifest: merged('manifest'),
		ledger: merged('ledger'),
		names: merged('names'),
		register: merged('register'),
	};
}

function closed(text: string): string {
	return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Whether some content is what a merge left, and not one archive. */
export function isMerged({ manifest, ledger, names, register, corrections }: Content): boolean {
	const files = [manifest, ledger, names, corrections];
	return files.some((file) => hasMarkers(String(file))) || isForked(register);
}
