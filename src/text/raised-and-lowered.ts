const superscripts: Readonly<Record<string, string>> = {
	...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((character, digit) => [String(digit), character])),
	'+': '⁺',
	'-': '⁻',
	'−': '⁻',
	'=': '⁼',
	'(': '⁽',
	')': '⁾',
	...pairs('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
	...pairs('ABDEGHIJKLMNOPRTUVW', 'ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'),
	...pairs('βγδφχ', 'ᵝᵞᵟᵠᵡ'),
	'∘': '°',
	'⊤': 'ᵀ',
	'*': '*',
	'∗': '*',
	'⋆': '*',
	'′': '′',
	'†': '†',
};

const subscripts: Readonly<Record<string, string>> = {
	...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((character, digit) => [String(digit), character])),
	'+': '₊',
	'-': '₋',
	'−': '₋',
	'=': '₌',
	'(': '₍',
	')': '₎',
	// `π₀.₅`
	'.': '.',
	...pairs('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
	...pairs('βγρφχ', 'ᵦᵧᵨᵩᵪ'),
};

function pairs(from: string, to: string): Record<string, string> {
	const characters = [...to];
	return Object.fromEntries([...from].map((character, index) => [character, characters[index]!]));
}

/** A text in the characters that Unicode has raised, `n+1` as `ⁿ⁺¹`; nothing where it lacks one. */
export function toSuperscript(text: string): string | undefined {
	return mapCharacters(text, superscripts);
}

/** A text in the characters that Unicode has lowered, `i=1` as `ᵢ₌₁`; nothing where it lacks one. */
export function toSubscript(text: string): string | undefined {
	return mapCharacters(text, subscripts);
}

function mapCharacters(
	text: string,
	characters: Readonly<Record<string, string>>,
): string | undefined {
	const mapped = [...text].map((character) => characters[character]);
	return mapped.includes(undefined) ? undefined : mapped.join('');
}

const raised = new Map(Object.entries(superscripts).map(([plain, sign]) => [sign, plain]));
const lowered = new Map(Object.entries(subscripts).map(([plain, sign]) => [sign, plain]));
// Written alike on the line, so they raise nothing.
for (const sign of '°*′†') raised.delete(sign);
lowered.delete('.');

/** A text with its raised and lowered characters on the line, as TeX has them: `O(n²)` as `O(n^2)`, `xᵢ₊₁` as `x_i+1`, `π₀.₅` as `π_0.5`. */
export function expandScripts(text: string): string {
	let line = '';
	let last = '';
	for (const character of text) {
		const [mark, plain] = raised.has(character)
			? ['^', raised.get(character)!]
			: lowered.has(character)
				? ['_', lowered.get(character)!]
				: ['', character];
		line += mark === last ? plain : mark + plain;
		// The point of `π₀.₅` is between lowered digits.
		if (last !== '_' || character !== '.') last = mark;
	}
	return line;
}
