import type { PaperId } from './id.ts';
import type { NameKind, PageLevel } from './names.ts';
import type { NamedThing } from './paper-view.ts';

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
	/** The topics that go with it, closest first, and how many papers they share. */
	readonly neighbours: readonly (NamedThing & { readonly papers: number })[];
	/** What other pages it has; without any, the one has all its papers. */
	readonly pages?: PageLevel | undefined;
}

/** A system, a topic or a question whose address was given, and that is found, or asked, no more. */
export interface GoneName {
	readonly kind: NameKind;
	readonly slug: string;
	/** The topic that it was decided to be, or the system that its paper is now found to introduce. */
	readonly into?: NamedThing | undefined;
	/** Topics that have a page and are parts of it, or it of them. */
	readonly near: readonly NamedThing[];
	/** Of a topic: what other pages it had. */
	readonly pages?: PageLevel | undefined;
}
