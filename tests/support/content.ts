import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import type { Content, DumpFile } from '../../src/model/content.ts';
import { ContentError } from '../../src/diagnostics.ts';
import { planIngest, type IngestPlan } from '../../src/pipeline/plans.ts';
import { reread } from '../../src/pipeline/read-records.ts';

export { reread };

/** A dump in memory. */
export function dumpFile(path: string, text: string): DumpFile {
	const value = Buffer.from(text);
	return {
		file: new VFile({ path, value }),
		sha256: createHash('sha256').update(value).digest('hex'),
	};
}

/** An archive without anything. */
export function emptyContent(): Content {
	return {
		dumps: [],
		manifest: new VFile({ path: 'content/dumps.sha256', value: '' }),
		ledger: new VFile({ path: 'content/ledger.jsonl', value: '' }),
		corrections: new VFile({ path: 'content/corrections.yaml', value: '' }),
		names: new VFile({ path: 'content/names.jsonl', value: '' }),
		register: new VFile({ path: 'content/register.jsonl', value: '' }),
		topics: new VFile({ path: 'content/topics.yaml', value: '' }),
		systems: new VFile({ path: 'content/systems.yaml', value: '' }),
		enrichment: new VFile({ path: 'content/enrichment.jsonl', value: '' }),
		settings: new VFile({ path: 'content/site.yaml', value: '' }),
		watch: new VFile({ path: 'content/watch.yaml', value: '' }),
	};
}

/** Ingest dumps of 2025 one after another, as text, each under a name that says nothing. */
export function ingestAll(content: Content, ...texts: readonly string[]) {
	let current = content;
	const plans: IngestPlan[] = [];
	for (const text of texts) {
		const plan = planIngest(reread(current), [{ ...dumpFile('dump.txt', text), year: 2025 }]);
		current = plan.content;
		plans.push(plan);
	}
	return { content: reread(current), plans };
}

/** The names of the messages for which an action refuses the content; none when it does not. */
export function errorNames(action: () => unknown): string[] {
	try {
		action();
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		return error.files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId!));
	}
	return [];
}
