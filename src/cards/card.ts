import { formatDay, formatDayTick, formatYear } from '../language/format.ts';
import { words } from '../language/words.ts';
import { address } from '../model/address.ts';
import type { DigestSummary } from '../model/digest-view.ts';
import type { NamedThing } from '../model/paper-view.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import { lettersOf } from './letters.ts';

/** A picture that stands for a page where it is shared: what is written on it, and on its stamp. */
export interface Card {
	/** Of its file, from the root of the site. */
	readonly path: string;
	/** In words, for those who cannot see it. */
	readonly alt: string;
	readonly title: string;
	readonly line?: string | undefined;
	/** The colour of the stamp. */
	readonly accent: string;
	/** Round the stamp, above and below, and in it, one below the other. */
	readonly stamp: {
		readonly top: string;
		readonly foot: string;
		readonly lines: readonly string[];
	};
}

const oxblood = '#7c2a22';

/** The size of each, in pixels: the least that is shown large everywhere, for there are many. */
export const cardSize = { width: 600, height: 315 } as const;

/** Of a digest: its day, as it is stamped on its page. It stays as it is. */
export function digestCard({
	id,
	day,
	number,
	papers,
	fresh,
}: Pick<DigestSummary, 'id' | 'day' | 'number' | 'papers' | 'fresh'>): Card {
	const foot = words.stamped(number);
	const line = words.tally(papers, fresh);
	return {
		path: address.digestCard(id),
		alt: `${site.name}, ${foot}: ${formatDay(day)}, ${line}`,
		title: formatDay(day),
		line,
		accent: site.accent?.light ?? oxblood,
		stamp: { top: stampedName(), foot, lines: [formatDayTick(day), formatYear(day)] },
	};
}

/** Of a topic: its name, without what changes with each digest. */
export function topicCard({ slug, name }: NamedThing): Card {
	const [first = '', ...others] = lettersOf(name);
	const initial = first.toUpperCase();
	return {
		path: address.topicCard(slug),
		alt: `${site.name}: ${name}`,
		title: initial + others.join(''),
		accent: site.accent?.light ?? oxblood,
		stamp: { top: stampedName(), foot: words.card.topic, lines: [initial] },
	};
}

// The ring has room for so many letters.
const mostStamped = 18;

function stampedName(): string {
	return lettersOf(site.name).length > mostStamped ? site.letters : site.name;
}

/** The cards of an archive. */
export function cardsOf({ digests, topics }: Pick<ArchiveView, 'digests' | 'topics'>): Card[] {
	return [...Array.from(digests.values(), digestCard), ...Array.from(topics.values(), topicCard)];
}
