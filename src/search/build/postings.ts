/** The papers of a term, in their order. */
export interface Postings {
	readonly papers: number[];
	/** For each paper how often it has the term, then where, as steps. */
	readonly places: number[];
}

/** Terms with their papers, which are read out of what holds them each time they are asked for. */
export interface Terms {
	keys(): Iterable<string>;
	get(term: string): Postings | undefined;
}

/** Where the numbers of a term lie, and what it was given last. */
export interface StoredTerm {
	/** Of its first slice. */
	readonly start: number;
	readonly length: number;
	/** Where its next byte goes. */
	at: number;
	/** Of its last slice. */
	end: number;
	lastLength: number;
	/** Its last paper, below zero where there is none, and where that has it. */
	paper: number;
	place: number;
}

/** A term as it is kept: how many bytes it has among those of all, and its last paper. */
export type KeptTerm = readonly [term: string, length: number, paper: number];

/** All of a store, to make another of. */
export interface KeptPostings {
	readonly terms: readonly KeptTerm[];
	/** Of each term, with room for a link behind them. */
	readonly bytes: Uint8Array;
}

/** Holds papers of terms, to which more are added, in little more than a byte for each number. */
export interface PostingsStore extends Terms {
	/** The term to add to. */
	open(term: string): StoredTerm;
	/** Add a paper, whose number is above those that the term has. */
	addPaper(term: StoredTerm, paper: number): void;
	/** Add where the last paper has it, behind its other places. */
	addPlace(term: StoredTerm, place: number): void;
	/** All of it, the bytes a term at a time. */
	kept(): { readonly terms: readonly KeptTerm[]; readonly bytes: Iterable<Uint8Array> };
}

// The address of the next slice.
const linkLength = 4;
const shortest = 8;
const longest = 4096;

/**
 * A store of what was kept of another, or of nothing. The numbers of all terms lie in one buffer, each term's in
 * slices that double, as Lucene has them in its `ByteBlockPool`: most terms have one paper, a few nearly all.
 */
export function createPostings(
	{ terms: known, bytes }: KeptPostings = { terms: [], bytes: new Uint8Array() },
): PostingsStore {
	const pool = createPool(bytes);
	const terms = termsOf(known);
	return {
		keys: () => terms.keys(),
		get(term) {
			const stored = terms.get(term);
			return stored && readPostings(pool.bytesOf(stored));
		},
		open(term) {
			let stored = terms.get(term);
			if (!stored) terms.set(term, (stored = storedAt(pool.take(shortest), shortest, -1)));
			return stored;
		},
		addPaper(term, paper) {
			// Ends the places of the one before.
			if (term.paper >= 0) pool.add(term, 0);
			pool.add(term, paper - Math.max(term.paper, 0));
			term.paper = paper;
			term.place = 0;
		},
		addPlace(term, place) {
			// One more than the step, for zero ends them.
			pool.add(term, place - term.place + 1);
			term.place = place;
		},
		kept: () => keptOf(terms, pool),
	};
}

function termsOf(known: readonly KeptTerm[]): Map<string, StoredTerm> {
	let next = 0;
	return new Map(
		known.map(([term, length, paper]) => {
			const start = next;
			next += length + linkLength;
			return [term, storedAt(start, length, paper)];
		}),
	);
}

function keptOf(
	terms: ReadonlyMap<string, StoredTerm>,
	{ bytesOf }: Pool,
): ReturnType<PostingsStore['kept']> {
	return {
		terms: Array.from(terms, ([name, term]) => [name, bytesOf(term).length, term.paper]),
		bytes: withRoom(terms.values(), bytesOf),
	};
}

function* withRoom(terms: Iterable<StoredTerm>, bytesOf: Pool['bytesOf']): Generator<Uint8Array> {
	for (const term of terms) {
		const own = bytesOf(term);
		const room = new Uint8Array(own.length + linkLength);
		room.set(own);
		yield room;
	}
}

/** A term that has its first slice at `start`, empty if it has no paper, else full. */
function storedAt(start: number, length: number, paper: number): StoredTerm {
	const at = paper < 0 ? start : start + length;
	return { start, length, at, end: start + length, lastLength: length, paper, place: 0 };
}

/** The bytes of all terms. */
interface Pool {
	/** Take a slice of so many bytes, and give its address. */
	take(length: number): number;
	/** Add a number to a term: seven bits a byte, the lowest first. */
	add(term: StoredTerm, number: number): void;
	/** The bytes of a term, side by side. They are right until more is added. */
	bytesOf(term: StoredTerm): Uint8Array;
}

function createPool(kept: Uint8Array): Pool {
	let bytes = new Uint8Array(kept);
	let used = bytes.length;
	const take = (length: number): number => {
		const start = used;
		used += length + linkLength;
		if (used > bytes.length)
			bytes = new Uint8Array(bytes.buffer.transfer(Math.ceil(used * 1.25)));
		return start;
	};
	const link = (end: number): number =>
		bytes[end]! + (bytes[end + 1]! << 8) + (bytes[end + 2]! << 16) + bytes[end + 3]! * 2 ** 24;
	const addByte = (term: StoredTerm, byte: number): void => {
		if (term.at === term.end) {
			const length = lengthAfter(term.lastLength);
			const start = take(length);
			for (let at = 0; at < linkLength; at++) bytes[term.end + at] = start / 2 ** (8 * at);
			Object.assign(term, { at: start, end: start + length, lastLength: length });
		}
		bytes[term.at++] = byte;
	};
	return {
		take,
		add(term, number) {
			let rest = number;
			for (; rest > 0x7f; rest >>>= 7) addByte(term, (rest & 0x7f) | 0x80);
			addByte(term, rest);
		},
		bytesOf(term) {
			const slices: Uint8Array[] = [];
			let { start, length } = term;
			for (; term.at < start || term.at > start + length; length = lengthAfter(length)) {
				slices.push(bytes.subarray(start, start + length));
				start = link(start + length);
			}
			const last = bytes.subarray(start, term.at);
			return slices.length === 0 ? last : Buffer.concat([...slices, last]);
		},
	};
}

function lengthAfter(length: number): number {
	return Math.min(Math.max(shortest, length * 2), longest);
}

function readPostings(bytes: Uint8Array): Postings {
	const postings: Postings = { papers: [], places: [] };
	let at = 0;
	const read = (): number => {
		let [number, shift] = [0, 0];
		for (; bytes[at]! > 0x7f; shift += 7) number |= (bytes[at++]! & 0x7f) << shift;
		return number | (bytes[at++]! << shift);
	};
	let paper = 0;
	while (at < bytes.length) {
		postings.papers.push((paper += read()));
		const start = postings.places.push(0) - 1;
		for (let step; at < bytes.length && (step = read()) !== 0;) {
			postings.places.push(step - 1);
			postings.places[start]!++;
		}
	}
	return postings;
}
