import type { Day, DigestId, PaperId } from './id.ts';

/** When and why a person decided something. */
export interface Decision {
	readonly date: Day;
	readonly reason: string;
}

/** Two papers are one: `paper` leads to `into` from now on. */
export interface Merge extends Decision {
	readonly paper: PaperId;
	readonly into: PaperId;
}

/** A paper's text is shown nowhere any more. */
export interface Removal extends Decision {
	readonly paper: PaperId;
}

/** A dump was changed or taken away on purpose. */
export interface DumpChange extends Decision {
	readonly digest: DigestId;
	/** Of its new bytes; `undefined` when it was withdrawn. */
	readonly sha256: string | undefined;
}

/** How a stretch of a paper's text is shown: restored otherwise than the rules would, or as received. */
export interface TextDecision extends Decision {
	readonly paper: PaperId;
	readonly field: 'title' | 'abstract';
	/** The stretch as received; each place of the text that has it is meant. */
	readonly received: string;
	readonly show:
		| { readonly as: 'received' }
		| { readonly as: 'text'; readonly text: string }
		| { readonly as: 'formula'; readonly tex: string };
	/** Of the corrections, on which it stands. */
	readonly line: number;
}

/** What persons decided, as `content/corrections.yaml` has it. */
export interface Corrections {
	readonly merged: readonly Merge[];
	readonly removed: readonly Removal[];
	readonly dumps: readonly DumpChange[];
	readonly text: readonly TextDecision[];
}
