import { readContent, readLexicon } from '../disk/content-folder.ts';
import type { ArchiveView } from '../model/view.ts';
import { runPipeline, type Aids } from '../pipeline.ts';
import { applySettings } from './apply-settings.ts';
import type { ArchiveSource } from './current-archive.ts';

/** Make the source that the loaders and integrations of one build share; aids spare it time. */
export function createArchiveSource(folder: string, aids?: Aids): ArchiveSource {
	let archive: Promise<ArchiveView> | undefined;
	return {
		folder,
		read: () => (archive ??= readAndRun(folder, aids)),
		forget: () => (archive = undefined),
	};
}

async function readAndRun(folder: string, aids: Aids | undefined): Promise<ArchiveView> {
	await applySettings(folder);
	const [content, lexicon] = await Promise.all([readContent(folder), readLexicon()]);
	const letGo = () => {
		const read = [...content.dumps.map(({ file }) => file), content.ledger, content.names];
		for (const file of read) file.value = '';
	};
	return runPipeline(content, lexicon, { ...aids, letGo });
}
