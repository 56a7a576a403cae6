import type { Element, ElementContent } from 'hast';
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
	const parts = node.children.filter(({ type }) => type === 'element' || type === 'text');
	const part = (index: number): string => (parts[index] ? textOf(parts[index]) : '');
	switch (node.tagName) {
		case 'annotation':
			return '';
		case 'mspace':
			return node.properties['width'] === undefined ? '' : ' ';
		case 'msup':
		case 'mover':
			return part(0) + script(part(1), toSuperscript, '^');
		case 'msub':
		case 'munder':
			return part(0) + script(part(1), toSubscript, '_');
		case 'msubsup':
		case 'munderover':
			return (
				part(0) + script(part(1), toSubscript, '_') + script(part(2), toSuperscript, '^')
			);
		case 'mfrac':
			return `${grouped(part(0))}/${grouped(part(1))}`;
		case 'msqrt':
			return `√${grouped(parts.map(textOf).join(''))}`;
		case 'mroot':
			return `${script(part(1), toSuperscript, '^')}√${grouped(part(0))}`;
		case 'mo':
			return operatorText(part(0), node.properties['form'] === 'prefix');
		default:
			return parts.map(textOf).join('');
	}
}

// Set with space on both sides, as TeX does.
const spacedOperators: ReadonlySet<string> = new Set('=<>≤≥≠≈∼∝∈∉⊂⊆→←↔⇒⇐⇔↦≪≫≡+−±∘⋅'.split(''));

function operatorText(sign: string, isPrefix: boolean): string {
	if (sign === ',') return ', ';
	return spacedOperators.has(sign) && !isPrefix ? ` ${sign} ` : sign;
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
