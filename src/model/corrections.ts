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

/** What persons decided, as `content/corrections.yaml` has it. */
export interface Corrections {
	readonly merged: readonly Merge[];
	readonly removed: readonly Removal[];
	readonly dumps: readonly DumpChange[];
}
