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
