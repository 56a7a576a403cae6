import { readState, writeState, type SearchState } from '../engine/state.ts';

/** What is asked for, as it stands in the page's address. */
export interface Address {
	state(): SearchState;
	/** Change it as one types. Half a word is not gone back to: only the first key after a settled search leaves that one behind. */
	type(query: string): void;
	/** Change it by a step that one can go back from. */
	go(change: Partial<SearchState>): void;
	/** Let the next key leave what is asked now to go back to. */
	settle(): void;
	/** Read it anew, when the reader went back or forth. */
	reload(): void;
}

/** Make the address of this page. `ask` is called for each change. */
export function createAddress(ask: (state: SearchState) => void): Address {
	let state = readState(location.search);
	let isSettled = location.search !== '';
	const change = (next: SearchState, how: 'pushState' | 'replaceState') => {
		state = next;
		history[how](null, '', location.pathname + writeState(state));
		ask(state);
	};
	return {
		state: () => state,
		type: (query) => {
			if (query === state.query) return;
			change({ ...state, query }, isSettled ? 'pushState' : 'replaceState');
			isSettled = false;
		},
		go: (next) => {
			change({ ...state, ...next }, 'pushState');
			isSettled = true;
		},
		settle: () => (isSettled = true),
		reload: () => {
			state = readState(location.search);
			isSettled = true;
			ask(state);
		},
	};
}
