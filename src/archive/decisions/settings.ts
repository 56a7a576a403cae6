import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import { languageOf, languages } from '../../model/language.ts';
import { settingsSchema, type OwnSettings } from '../../model/settings.ts';
import { placeInYaml, readYaml } from './read-yaml.ts';

/**
 * Read `site.yaml`. What is no setting, and a language that there are no words of, is reported on the file with its
 * line and column.
 */
export function parseSettings(file: VFile): OwnSettings {
	const own = readYaml(file, settingsSchema, 'invalid-setting') ?? {};
	const { language } = own;
	if (language !== undefined && languageOf(language) === undefined)
		report(file, 'unknown-language', language, placeInYaml(file, ['language']), {
			expected: languages.map((one) => `\`${one}\``).join(' or '),
		});
	return own;
}
