import type { Element, ElementContent, Properties } from 'hast';
import { toSubscript, toSuperscript } from '../../../text/raised-and-lowered.ts';

// U+2061 to U+2064: functions applied and products left out, without a shape of their own
const invisibleRe = /[\u2061-\u2064]/g;

/**
 * A formula as a line of Unicode, from its MathML: `O(n²)`, `15×`, `x ∈ ℝᵈ`. What has no character
 * of its own keeps TeX's sign: `N_E`, `n^(1.5)`.
 */
export function formulaText(math: Element): string {
	return textOf(math)
		.replace(invisibleRe, '')
		.replace(/[\s\u2000-\u200A\u202F]+/g, ' ')
		.trim();
}

function textOf(node: ElementContent): string {
	if (node.type === 'text') return node.value;
	if (node.type !== 'element') return '';
	const parts = node.children
		.filter(({ type }) => type === 'element' || type === 'text')
		.map(textOf);
	const write = writers[node.tagName];
	return write ? write(parts, node) : parts.join('');
}

type Writer = (parts: readonly string[], element: Element) => string;

/** Write an element from the text of its parts. The others are their parts, one behind the other. */
const writers: Readonly<Record<string, Writer>> = {
	annotation: () => '',
	// Letters of a text in italics are letters: `\textit{LoRA}`.
	mtext: (parts) => parts.join('').normalize('NFKC'),
	mspace: (_, { properties }) => (properties['width'] === undefined ? '' : ' '),
	msup: writeRaised,
	mover: writeOver,
	msub: writeLowered,
	munder: writeLowered,
	msubsup: writeBoth,
	munderover: writeBoth,
	mfrac: ([above = '', below = '']) => `${grouped(above)}/${grouped(below)}`,
	msqrt: (parts) => `√${grouped(parts.join(''))}`,
	mroot: ([base = '', index = '']) => `${raised(index)}√${grouped(base)}`,
	mo: ([sign = ''], { properties }) => operatorText(sign, isTight(properties)),
};

function writeRaised([base = '', above = '']: readonly string[]): string {
	return base + raised(above);
}

// `~` over a letter, as a combining character
const marksOver: Readonly<Record<string, string>> = {
	'~': '\u0303',
	ˆ: '\u0302',
	'‾': '\u0304',
	'˙': '\u0307',
	'→': '\u20D7',
};

/** `Õ` of `\tilde O`. */
function writeOver([base = '', above = '']: readonly string[]): string {
	const mark = [...base].length === 1 ? marksOver[above.trim()] : undefined;
	return mark === undefined ? base + raised(above) : (base + mark).normalize('NFC');
}

function writeLowered([base = '', below = '']: readonly string[]): string {
	return base + lowered(below);
}

function writeBoth([base = '', below = '', above = '']: readonly string[]): string {
	return base + lowered(below) + raised(above);
}

// Set with space on both sides, as TeX does.
const spacedOperators: ReadonlySet<string> = new Set('=<>≤≥≠≈∼∝∈∉⊂⊆→←↔⇒⇐⇔↦≪≫≡+−±∘⋅'.split(''));

/** Whether a sign stands close to what it is with: the minus of `-1`, the braced one of `R^2{=}0.9`. */
function isTight({ form, lspace, rspace }: Properties): boolean {
	return form === 'prefix' || (lspace === '0em' && rspace === '0em');
}

function operatorText(sign: string, isTight: boolean): string {
	if (sign === ',') return ', ';
	return spacedOperators.has(sign) && !isTight ? ` ${sign} ` : sign;
}

function raised(text: string): string {
	return script(text, toSuperscript, '^');
}

function lowered(text: string): string {
	return script(text, toSubscript, '_');
}

function script(
	text: string,
	toCharacters: (text: string) => string | undefined,
	sign: string,
): string {
	const shown = text.replace(invisibleRe, '').replace(/\s/g, '');
	const characters = toCharacters(shown);
	if (characters !== undefined) return characters;
	const isOne = [...shown].length === 1 || (sign === '_' && /^\p{L}+$/u.test(shown));
	return isOne ? sign + shown : `${sign}(${text.trim()})`;
}

function grouped(text: string): string {
	return /^[\p{L}\p{N}.]+$/u.test(text) ? text : `(${text.trim()})`;
}
