import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import type { Content, DumpFile } from '../../src/model/content.ts';
import { ContentError } from '../../src/diagnostics.ts';
import { planIngest, type IngestPlan } from '../../src/pipeline.ts';

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
		topics: new VFile({ path: 'content/topics.yaml', value: '' }),
		systems: new VFile({ path: 'content/systems.yaml', value: '' }),
	};
}

/** Content read anew, without the messages of an earlier run. */
export function reread(content: Content): Content {
	const { dumps, manifest, ledger, corrections, names, topics, systems } = content;
	const again = ({ path, value }: VFile) => new VFile({ path, value });
	return {
		dumps: dumps.map(({ file, sha256 }) => ({ file: again(file), sha256 })),
		manifest: again(manifest),
		ledger: again(ledger),
		corrections: again(corrections),
		names: again(names),
		topics: again(topics),
		systems: again(systems),
	};
}

/** What the disk holds after a plan was written. */
export function applyPlan(content: Content, plan: IngestPlan): Content {
	const { dumps, manifest, ledger, corrections, names, topics, systems } = reread(content);
	const present = new Set(dumps.map(({ file }) => file.stem));
	const added = plan.additions
		.filter(({ digest }) => !present.has(digest.id))
		.map(({ digest, file }) => dumpFile(`content/dumps/${digest.id}.txt`, String(file)));
	manifest.value = String(manifest) + plan.manifest;
	ledger.value = String(ledger) + plan.ledger;
	names.value = String(names) + plan.names;
	return { dumps: [...dumps, ...added], manifest, ledger, corrections, names, topics, systems };
}

/** Ingest dumps of 2025 one after another, as text, each under a name that says nothing. */
export function ingestAll(content: Content, ...texts: readonly string[]) {
	let current = content;
	const plans: IngestPlan[] = [];
	for (const text of texts) {
		const plan = planIngest(reread(current), [{ ...dumpFile('dump.txt', text), year: 2025 }]);
		current = applyPlan(current, plan);
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
