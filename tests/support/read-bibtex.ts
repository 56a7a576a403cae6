/** An entry of a BibTeX file. */
export interface BibtexEntry {
	readonly type: string;
	readonly key: string;
	readonly fields: Readonly<Record<string, string>>;
}

/** Read BibTeX as BibTeX does: a field's value ends where its braces are in pairs, escaped ones counted. */
export function readBibtex(text: string): BibtexEntry[] {
	let at = 0;
	const take = (pattern: RegExp): string => {
		const sticky = new RegExp(pattern.source, 'y');
		sticky.lastIndex = at;
		const match = sticky.exec(text);
		if (!match) throw new Error(`Unexpected ${text.slice(at, at + 30)}, expected ${pattern}`);
		at = sticky.lastIndex;
		return match[1] ?? match[0];
	};
	const takeValue = (): string => {
		const start = at;
		let depth = 0;
		do {
			if (text[at] === '{') depth++;
			if (text[at] === '}') depth--;
			if (at++ >= text.length) throw new Error('Unexpected end, expected }');
		} while (depth > 0);
		return text.slice(start + 1, at - 1);
	};
	const entries: BibtexEntry[] = [];
	while (/\S/.test(text.slice(at))) {
		const type = take(/\s*@([a-z]+)\{/);
		const key = take(/([^\s,{}"#%'()=]+),/);
		const fields: Record<string, string> = {};
		while (!/^\s*\}/.test(text.slice(at))) {
			const name = take(/\s*([a-z]+)\s*=\s*(?=\{)/);
			fields[name] = takeValue();
			take(/,?/);
		}
		take(/\s*\}/);
		entries.push({ type, key, fields });
	}
	return entries;
}
