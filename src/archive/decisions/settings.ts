import type { VFile } from 'vfile';
import { settingsSchema, type OwnSettings } from '../../model/settings.ts';
import { readYaml } from './read-yaml.ts';

/** Read `site.yaml`. What is no setting is reported on the file with its line and column. */
export function parseSettings(file: VFile): OwnSettings {
	return readYaml(file, settingsSchema, 'invalid-setting') ?? {};
}
