import type { ArchiveView } from '../model/view.ts';

/** The archive of one content folder. However many ask for it, the pipeline runs once. */
export interface ArchiveSource {
	/** Absolute. */
	readonly folder: string;
	/** Rejects with a `ContentError` when the content cannot become an archive. */
	read(): Promise<ArchiveView>;
	/** Forget what was read, because the content changed. */
	forget(): void;
}

// Astro runs loaders and pages in module graphs of their own, which share no module with the
// configuration; the process is all they have in common.
const key = Symbol.for('offprint:archive');
const shared = globalThis as { [key]?: ArchiveSource | undefined };

/** Say which archive the loaders and pages of this process are of; nothing when none will ask any more. */
export function provideArchive(source: ArchiveSource | undefined): void {
	shared[key] = source;
}

/** Where the archive comes from. Throws when nothing was provided. */
export function archiveSource(): ArchiveSource {
	if (!shared[key]) throw new Error('No archive was provided before it was asked for');
	return shared[key];
}

/** The archive that loaders and pages are of. */
export function currentArchive(): Promise<ArchiveView> {
	return archiveSource().read();
}
