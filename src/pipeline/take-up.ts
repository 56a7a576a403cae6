import type { VFile } from 'vfile';
import { ContentError, hasErrors } from '../diagnostics.ts';
import type { Content } from '../model/content.ts';
import type { Day } from '../model/id.ts';
import type { Keep } from '../model/keep.ts';
import type { Lexicon } from '../model/restoration.ts';
import { dumpExtension, parseDump } from '../parse/parse-dump.ts';
import { resolveDay } from '../parse/printed-date.ts';
import { planIngest, type IngestPlan } from './ingest.ts';
import { fresh, refuseErrors, reread, type Submission } from './read-records.ts';

/** The outcome of taking dumps up, before anything is written. */
export interface TakeUp<Offer extends Submission> extends IngestPlan {
	/** Those that are in the archive then. */
	readonly taken: readonly Offer[];
	/** Those that are not. Their files say why. */
	readonly refused: readonly Offer[];
}

// Systems and topics get their addresses after each dump, which costs as much as a build. Who founds an
// archive with years of dumps has them named once, at the end.
const mostForItself = 31;

/**
 * Plan to take up dumps each for itself, in the order of their days: what comes of it is what ingests of
 * one after another would give, and a refused one holds up no other. Throws a `ContentError` if the
 * archive itself has an error.
 */
export function planTakeUp<Offer extends Submission>(
	content: Content,
	offers: readonly Offer[],
	lexicon?: Lexicon,
	keep?: Keep,
): TakeUp<Offer> {
	// What was found wrong with files when they were read from the disk is lost when they are read again.
	refuseErrors(content);
	const { dated, refused } = dateOffers(offers);
	const steps = dated.length > mostForItself ? batches(dated) : dated.map((offer) => [offer]);
	const taken: Offer[] = [];
	const plans: IngestPlan[] = [];
	let current = content;
	const plan: Planner = (given, submissions) =>
		planIngest(reread(given), submissions, lexicon, keep);
	for (const step of steps) {
		const planned = planStep(current, step, refused, plan);
		if (!planned) continue;
		plans.push(planned.plan);
		taken.push(...planned.offers);
		current = planned.plan.content;
	}
	if (plans.length === 0) plans.push(plan(content, []));
	return { ...joined(plans), taken, refused };
}

/** All at once, but each further list of a day after the one that it may be more or less of. */
function batches<Offer extends Submission>(dated: readonly Dated<Offer>[]): Dated<Offer>[][] {
	const days = new Set<Day>();
	const isFirst = ({ file, day }: Dated<Offer>) =>
		dumpExtension(file) !== '.json' || (!days.has(day) && days.add(day) !== undefined);
	const firsts = new Set(dated.filter(isFirst));
	return [[...firsts], ...dated.filter((offer) => !firsts.has(offer)).map((offer) => [offer])];
}

type Dated<Offer> = Offer & { readonly day: Day };

/** Offers that can be read, by day, those of a day as they were given; the others with their messages. */
function dateOffers<Offer extends Submission>(offers: readonly Offer[]) {
	const refused: Offer[] = [];
	const dated = offers.flatMap((offer): Dated<Offer>[] => {
		const day = hasErrors([offer.file]) ? undefined : dayOf(offer);
		if (day !== undefined) return [{ ...unread(offer), day }];
		refused.push(offer);
		return [];
	});
	return {
		dated: dated.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))),
		refused,
	};
}

function dayOf({ file, year, fileName }: Submission): Day | undefined {
	const dump = parseDump(file);
	return dump && resolveDay(dump.date, { year, fileName }, file);
}

type Planner = (content: Content, submissions: readonly Submission[]) => IngestPlan;

/** Plan an ingest of those that the archive does not refuse; nothing when there are none. */
function planStep<Offer extends Submission>(
	content: Content,
	step: readonly Offer[],
	refused: Offer[],
	plan: Planner,
) {
	let offers = step;
	while (offers.length > 0) {
		try {
			return { plan: plan(content, offers), offers };
		} catch (error) {
			if (!(error instanceof ContentError)) throw error;
			const faulty = offers.filter(({ file }) => hasErrors([file]));
			const faults = error.files.filter((file) => hasErrors([file]));
			if (faulty.length < faults.length) throw error;
			refused.push(...faulty);
			offers = offers.filter((offer) => !faulty.includes(offer)).map(unread);
		}
	}
	return undefined;
}

/** The same dump without the messages of an earlier reading. */
function unread<Dump extends { readonly file: VFile }>(dump: Dump): Dump {
	return { ...dump, file: fresh(dump.file) };
}

function joined(plans: readonly IngestPlan[]): IngestPlan {
	const text = (name: 'manifest' | 'ledger' | 'names' | 'register') =>
		plans.map((plan) => plan[name]).join('');
	return {
		additions: plans.flatMap(({ additions }) => additions),
		repeats: plans.flatMap(({ repeats }) => repeats),
		manifest: text('manifest'),
		ledger: text('ledger'),
		names: text('names'),
		register: text('register'),
		content: plans.at(-1)!.content,
	};
}
