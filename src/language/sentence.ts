/** Gives what stands out of a sentence its element: `(text) => <a href="/topics/">{text}</a>`. */
export type Mark<Made> = (text: string) => Made;

/** A sentence in the order of its language, with what stands out where it belongs: `['See ', link, '.']`. */
export type Sentence<Made> = readonly (string | Made)[];
