import { z } from 'zod';
import type { PaperId } from './id.ts';
import type { NameKind } from './names.ts';
import type { NamedThing } from './paper-view.ts';
import { count } from './schema.ts';

/** What a list shows of a system or a topic: its slug, its name and how many papers have it. */
export const nameSummarySchema = z
	.object({ id: z.string(), name: z.string(), papers: count })
	.readonly();

/** A paper that mentions a system, with the sentences that do. */
export interface Mention {
	readonly paper: PaperId;
	readonly quotes: readonly string[];
}

/** A named system as readers see it. */
export interface SystemView extends NamedThing {
	readonly aliases: readonly string[];
	/** The paper of the archive that introduces it. */
	readonly introducedBy?: PaperId | undefined;
	/** That paper, as long as no other mentions it: then its page says all there is to say. */
	readonly forwardsTo?: PaperId | undefined;
	/** Every paper that mentions it, in the order of the archive. */
	readonly mentions: readonly Mention[];
	/** The slugs of other systems of this name. */
	readonly namesakes: readonly string[];
}

/** A topic as readers see it. */
export interface TopicView extends NamedThing {
	/** In the order of the archive. */
	readonly papers: readonly PaperId[];
	/** The topics that share most papers with it, and how many. */
	readonly neighbours: readonly (NamedThing & { readonly papers: number })[];
}

/** A system or a topic whose address was given, and that no paper has any more. */
export interface GoneName {
	readonly kind: NameKind;
	readonly slug: string;
	/** The topic that it was decided to be, or the system that its paper is now found to introduce. */
	readonly into?: NamedThing | undefined;
	/** Topics that have a page and are parts of it, or it of them. */
	readonly near: readonly NamedThing[];
}
