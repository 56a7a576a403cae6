import type { VFile } from 'vfile';
import { systemDecisionsSchema, type SystemDecisions } from '../../model/names.ts';
import { readYaml } from './read-yaml.ts';

/** Read `content/systems.yaml`. What is no decision on systems is reported on the file with its line. */
export function parseSystemDecisions(file: VFile): SystemDecisions {
	return (
		readYaml(file, systemDecisionsSchema, 'invalid-system-decision') ??
		systemDecisionsSchema.parse({})
	);
}
