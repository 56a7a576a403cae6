/** Letters by the commands that TeX has for them: `ß` by `ss`. */
export const lettersByCommand: Readonly<Record<string, string>> = {
	ss: 'ß',
	ae: 'æ',
	AE: 'Æ',
	oe: 'œ',
	OE: 'Œ',
	o: 'ø',
	O: 'Ø',
	l: 'ł',
	L: 'Ł',
};

const greekNames =
	'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho varsigma sigma tau upsilon phi chi psi omega ' +
	'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega';
const greekLetters = [...'αβγδεζηθικλμνξπρςστυφχψωΓΔΘΛΞΠΣΥΦΨΩ'];

/** Signs by the commands that TeX has for them in formulas: `≤` by `le`. Of several, the last is the one to write. */
export const signsByCommand: Readonly<Record<string, string>> = {
	...Object.fromEntries(greekNames.split(' ').map((name, at) => [name, greekLetters[at]!])),
	varepsilon: 'ε',
	varphi: 'φ',
	cdot: '·',
	leq: '≤',
	le: '≤',
	geq: '≥',
	ge: '≥',
	neq: '≠',
	ne: '≠',
	approx: '≈',
	rightarrow: '→',
	to: '→',
	leftrightarrow: '↔',
	infty: '∞',
	in: '∈',
};

/** What TeX's accents put on a letter, as a combining character: U+0301 by `'`. */
export const marksByAccent: Readonly<Record<string, string>> = {
	'`': '\u0300',
	"'": '\u0301',
	'^': '\u0302',
	'~': '\u0303',
	'=': '\u0304',
	u: '\u0306',
	'.': '\u0307',
	'"': '\u0308',
	r: '\u030A',
	H: '\u030B',
	v: '\u030C',
	d: '\u0323',
	c: '\u0327',
	k: '\u0328',
};
