import type { Answer, Narrowing, SearchEngine } from '../engine/engine.ts';
import type { SearchState } from '../engine/state.ts';
import type { IndexedPaper } from '../index-files.ts';

/** What draws the search page. It hears of the newest question only. */
export interface SearchView {
	/** A question was asked; what stands there answers an older one. */
	wait(): void;
	/** An answer with its first papers. */
	showAnswer(answer: Answer, papers: readonly IndexedPaper[], state: SearchState): void;
	/** Whether the lists by which it can be narrowed are in view. */
	hasFacets(): boolean;
	showFacets(narrowing: Narrowing, state: SearchState): void;
	/** What they need could not be fetched; the answer stands. */
	failFacets(): void;
	/** So many papers will be put below those shown: keep their room. */
	awaitPapers(count: number): void;
	/** Put papers below those shown. */
	addPapers(papers: readonly IndexedPaper[], answer: Answer, state: SearchState): void;
	/** They could not be fetched; those shown stand. */
	failPapers(): void;
	/** What the answer needs could not be fetched. */
	fail(): void;
}

/** A visit of the search page. */
export interface SearchSession {
	/** Show what a search comes to, with its first papers, or as many as the reader had seen. */
	ask(state: SearchState, shown?: number): Promise<void>;
	/** Ask the newest question again, if it could not be answered. */
	retry(): Promise<void>;
	/** Show further papers. */
	showMore(): Promise<void>;
	/** Show by what the answer can be narrowed, if that is in view. */
	count(): Promise<void>;
	/** Count the values that few papers have, too. */
	countAll(): Promise<void>;
}

// A first view and a bit: each result fetches a file of its own.
const firstPage = 6;
const nextPage = 30;

/** Make a session. Answers come in any order; what is for an older question than the newest is dropped. */
export function createSession(engine: SearchEngine, view: SearchView): SearchSession {
	const session: Session = { engine, view };
	const count = () => attempt(session, showFacets, view.failFacets);
	const ask = async (state: SearchState, shown = firstPage) => {
		const newest: Turn = { state, shown: 0 };
		session.newest = newest;
		view.wait();
		const fail = () => {
			newest.hasFailed = true;
			view.fail();
		};
		await attempt(session, () => showAnswer(session, newest, Math.max(shown, firstPage)), fail);
		// Whoever waits for the answer does not wait for what narrows it.
		void count();
	};
	return {
		ask,
		retry: async () => {
			if (session.newest?.hasFailed) await ask(session.newest.state);
		},
		showMore: () => attempt(session, addPapers, view.failPapers),
		count,
		countAll: async () => {
			await attempt(session, () => engine.countAll(), view.failFacets);
			await count();
		},
	};
}

interface Session {
	readonly engine: SearchEngine;
	readonly view: SearchView;
	newest?: Turn;
}

/** A question, and how much of its answer is shown. */
interface Turn {
	readonly state: SearchState;
	answer?: Answer;
	shown: number;
	hasFailed?: boolean;
}

/** Do something for the newest question. If it cannot be done, the next key tries again, or Enter: a phone may have been in a tunnel. */
async function attempt(
	session: Session,
	work: (session: Session, turn: Turn) => Promise<void>,
	fail: () => void,
): Promise<void> {
	const { newest } = session;
	if (!newest) return;
	try {
		await work(session, newest);
	} catch (error) {
		if (newest === session.newest) fail();
		throw error;
	}
}

async function showAnswer(session: Session, turn: Turn, length: number): Promise<void> {
	const { engine, view } = session;
	const answer = await engine.ask(turn.state);
	const papers = await loadPapers(session, answer.papers.slice(0, length));
	if (turn !== session.newest) return;
	Object.assign(turn, { answer, shown: papers.length });
	view.showAnswer(answer, papers, turn.state);
}

async function addPapers(session: Session, turn: Turn): Promise<void> {
	const { answer, shown } = turn;
	if (!answer) return;
	const next = answer.papers.slice(shown, shown + nextPage);
	session.view.awaitPapers(next.length);
	const papers = await loadPapers(session, next);
	// A second click may have put the same papers there.
	if (turn !== session.newest || turn.shown !== shown) return;
	turn.shown += papers.length;
	session.view.addPapers(papers, answer, turn.state);
}

function loadPapers({ engine }: Session, papers: readonly number[]): Promise<IndexedPaper[]> {
	return Promise.all(papers.map((paper) => engine.load(paper)));
}

async function showFacets(session: Session, turn: Turn): Promise<void> {
	const { engine, view } = session;
	const { answer, state } = turn;
	if (!answer || !view.hasFacets()) return;
	const narrowing = await engine.count(answer, state);
	if (turn === session.newest) view.showFacets(narrowing, state);
}
