import type { AstroConfig } from 'astro';
import { readContent, readLexicon } from '../disk/content-folder.ts';
import type { ArchiveView } from '../model/view.ts';
import { runPipeline } from '../pipeline.ts';

/** The archive of one content folder. However many ask for it, the pipeline runs once. */
export interface ArchiveSource {
	/** Absolute. */
	readonly folder: string;
	/** Rejects with a `ContentError` when the content cannot become an archive. */
	read(): Promise<ArchiveView>;
	/** Forget what was read, because the content changed. */
	forget(): void;
}

/** Make the source that the loaders and integrations of one build share. */
export function createArchiveSource(folder: string): ArchiveSource {
	let archive: Promise<ArchiveView> | undefined;
	return {
		folder,
		read: () => (archive ??= readAndRun(folder)),
		forget: () => (archive = undefined),
	};
}

async function readAndRun(folder: string): Promise<ArchiveView> {
	const [content, lexicon] = await Promise.all([readContent(folder), readLexicon()]);
	return runPipeline(content, lexicon);
}

const pluginName = 'offprint:archive';

/**
 * Carries the source into the loaders. Astro runs those in a module graph of their own, so they
 * share no module with the integrations; the config, and Vite's convention of a plugin's `api`, reach both.
 */
export function archivePlugin(source: ArchiveSource) {
	return { name: pluginName, api: source };
}

/** The source that the config carries. */
export function archiveSourceOf(config: AstroConfig): ArchiveSource {
	const plugin = [config.vite.plugins]
		.flat(3)
		.find((candidate) => candidate && 'name' in candidate && candidate.name === pluginName);
	if (!plugin || !('api' in plugin)) throw new Error(`Unexpected config without ${pluginName}`);
	return plugin.api as ArchiveSource;
}
