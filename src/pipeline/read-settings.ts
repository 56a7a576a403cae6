import type { VFile } from 'vfile';
import { parseSettings } from '../archive/decisions/settings.ts';
import { reportMarkers } from '../archive/repair/conflict-markers.ts';
import { ContentError, hasErrors } from '../diagnostics.ts';
import { completeSettings, type Settings } from '../model/settings.ts';
import { defaultsIn } from '../site.ts';

/** The settings of an archive, by its `site.yaml`. Throws a `ContentError` that holds all that is wrong with it. */
export function readSettings(file: VFile): Settings {
	const own = reportMarkers(file) ? {} : parseSettings(file);
	if (hasErrors([file])) throw new ContentError([file]);
	return completeSettings(own, defaultsIn);
}
