// `v2`, `2.0`, `r1`, `molmo2`; `iii`; `insight-v++`
const markRe = /\d|^(?:ii|iii|iv|vi|vii|viii|ix)$|\+/;
const wordRe = /[\p{L}\p{N}.+]*[\p{L}\p{N}+]/gu;
// `WebSailor-V2: Bridging …` → `WebSailor-V2`
const headRe = /^([^:]{1,60}):/;

/**
 * The word that tells two titles apart as those of two papers, though all else may agree: a mark of a
 * version or a part, or a name that goes on from the other's. `WebSailor: …` and `WebSailor-V2: …` differ
 * in `v2`; `PhysX-Anything: …` and `PhysX-Omni: …` in `PhysX-Omni`.
 */
export function tellingWord(before: string, now: string): string | undefined {
	const [old, fresh] = [wordsOf(before), wordsOf(now)];
	const mark = differing(fresh, old).find(isMark) ?? differing(old, fresh).find(isMark);
	return mark ?? tellingName(before, now);
}

function wordsOf(title: string): string[] {
	return title.normalize('NFKC').toLowerCase().match(wordRe) ?? [];
}

function differing(words: readonly string[], others: readonly string[]): string[] {
	return words.filter((word) => !others.includes(word));
}

function isMark(word: string): boolean {
	return markRe.test(word);
}

function tellingName(before: string, now: string): string | undefined {
	const [old, fresh] = [headRe.exec(before)?.[1], headRe.exec(now)?.[1]];
	if (old === undefined || fresh === undefined) return undefined;
	const [names, others] = [wordsOf(old), wordsOf(fresh)];
	return names[0] === others[0] && names.join(' ') !== others.join(' ') ? fresh : undefined;
}
