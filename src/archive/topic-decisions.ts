import type { VFile } from 'vfile';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { report } from '../diagnostics.ts';

/** What a person decided of topics, in phrases as they are written. */
export interface WrittenTopicDecisions {
	/** Names to show, by phrase. */
	readonly names: ReadonlyMap<string, string>;
	/** Phrases that are another's topic. */
	readonly merged: ReadonlyMap<string, string>;
	readonly forbidden: readonly string[];
}

const sections = ['names', 'merged', 'forbidden'] as const;

/** Read `content/topics.yaml`: `names` and `merged` from phrase to phrase, `forbidden` a list. */
export function parseTopicDecisions(file: VFile): WrittenTopicDecisions {
	const lines = new LineCounter();
	const document = parseDocument(String(file), { schema: 'failsafe', lineCounter: lines });
	const refuse = (found: string, offset: number): void => {
		const { line, col } = lines.linePos(offset);
		report(file, 'invalid-topic-decision', found, { line, column: col });
	};
	for (const { message, pos } of document.errors) refuse(message.split('\n')[0]!, pos[0]);
	const names = new Map<string, string>();
	const merged = new Map<string, string>();
	const forbidden: string[] = [];
	const root = document.contents as Node | null;
	if (document.errors.length > 0 || root === null) return { names, merged, forbidden };
	if (!isMap(root)) {
		refuse(String(root), root.range![0]);
		return { names, merged, forbidden };
	}
	for (const { key, value } of root.items) {
		const section = sections.find((name) => name === String(key));
		const node = value as Node | null;
		if (section === 'forbidden' && isSeq(node)) {
			for (const item of node.items as Node[]) {
				if (isScalar(item)) forbidden.push(String(item.value));
				else refuse(String(item), item.range![0]);
			}
		} else if (section !== undefined && section !== 'forbidden' && isMap(node)) {
			const target = section === 'names' ? names : merged;
			for (const pair of node.items) {
				if (isScalar(pair.key) && isScalar(pair.value))
					target.set(String(pair.key.value), String(pair.value.value));
				else refuse(String(pair.key), (pair.key as Node).range![0]);
			}
		} else refuse(String(key), (key as Node).range![0]);
	}
	return { names, merged, forbidden };
}
