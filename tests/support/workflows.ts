import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './run-script.ts';

/** A workflow of GitHub's, as far as it is of interest here. */
export interface Workflow {
	readonly on: Readonly<Record<string, unknown>>;
	readonly permissions: unknown;
	readonly concurrency?: unknown;
	readonly env?: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, Job>>;
}

/** A job of a workflow, or the call of another workflow. */
export interface Job {
	readonly permissions?: Readonly<Record<string, string>>;
	readonly 'timeout-minutes'?: number;
	readonly needs?: string | readonly string[];
	readonly uses?: string;
	readonly if?: string;
	readonly outputs?: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
}

/** A step of a job. */
export interface Step {
	readonly id?: string;
	readonly uses?: string;
	readonly run?: string;
	readonly if?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly env?: Readonly<Record<string, string>>;
}

/** Where the workflows of this repository lie. */
export const workflowFolder = join(root, '.github/workflows');

/** Read one of them. */
export function readWorkflow(name: string): Workflow {
	return parse(readFileSync(join(workflowFolder, name), 'utf8')) as Workflow;
}

/** What a job may do of each thing. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** What the jobs that publish an archive may do, and no more. */
export const publishing: Readonly<Record<string, Permissions>> = {
	'take-up': { contents: 'write', 'pull-requests': 'write', actions: 'read' },
	tell: { contents: 'read', issues: 'write' },
	parts: { contents: 'read', pages: 'read' },
	build: { contents: 'read', pages: 'read' },
	deploy: { pages: 'write', 'id-token': 'write' },
	attest: { 'id-token': 'write', attestations: 'write' },
	verify: { contents: 'read' },
	'roll-back': {
		contents: 'read',
		actions: 'read',
		issues: 'write',
		pages: 'write',
		'id-token': 'write',
	},
};
