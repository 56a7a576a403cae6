import { readContent, readLexicon } from '../disk/content-folder.ts';
import type { Keep } from '../model/keep.ts';
import type { ArchiveView } from '../model/view.ts';
import { runPipeline } from '../pipeline.ts';
import { applySettings } from './apply-settings.ts';
import { findNearestBeside } from './nearest-beside.ts';
import type { ArchiveSource } from './current-archive.ts';

/** Make the source that the loaders and integrations of one build share; `keep` spares what was found out before. */
export function createArchiveSource(folder: string, keep?: Keep): ArchiveSource {
	let archive: Promise<ArchiveView> | undefined;
	return {
		folder,
		read: () => (archive ??= readAndRun(folder, keep)),
		forget: () => (archive = undefined),
	};
}

async function readAndRun(folder: string, keep: Keep | undefined): Promise<ArchiveView> {
	await applySettings(folder);
	const [content, lexicon] = await Promise.all([readContent(folder), readLexicon()]);
	return runPipeline(content, lexicon, { keep, findNearest: findNearestBeside });
}
