import type { VFile } from 'vfile';
import { ownPictures, readSettingsFile } from '../disk/content-folder.ts';
import { withPictures, type Settings } from '../model/settings.ts';
import { readSettings } from '../pipeline/read-settings.ts';
import { defaults, useSettings } from '../site.ts';

/**
 * Go by the settings in a folder of content from now on; this project's where it has none. Rejects with a
 * `ContentError` that says what is wrong with them; `warn` is given the file where it carries only warnings.
 */
export async function applySettings(
	folder: string,
	warn: (file: VFile) => void = () => {},
): Promise<Settings> {
	const file = await readSettingsFile(folder);
	const settings = withPictures(readSettings(file), await ownPictures(folder), defaults);
	useSettings(settings);
	if (file.messages.length > 0) warn(file);
	return settings;
}
