import { z } from 'zod';
import { settingsSchema } from '../src/model/settings.ts';

/** `docs/site.schema.json`: what `site.yaml` may say, for editors that complete and check it as one types. */
export function settingsJsonSchema(): string {
	const { properties, ...schema } = z.toJSONSchema(settingsSchema, {
		io: 'input',
		unrepresentable: 'any',
	});
	return `${JSON.stringify(
		{
			...schema,
			title: 'Settings of an archive',
			properties: {
				...properties,
				// Read as text like all the rest, but to an editor they are none.
				feedDigests: { ...(properties?.['feedDigests'] as object), ...aCount },
				hostSize: { ...(properties?.['hostSize'] as object), ...aCount, maximum: 9999 },
				offline: { ...(properties?.['offline'] as object), ...aChoice },
			},
		},
		undefined,
		'\t',
	)}\n`;
}

const aCount = { type: 'integer', minimum: 1, maximum: 100, pattern: undefined };
const aChoice = { type: 'boolean', enum: undefined };
