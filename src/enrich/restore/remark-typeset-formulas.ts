import type { Element } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import { formulaText } from './formula/formula-text.ts';
import type { InlineMath } from './nodes.ts';
import { plainText } from './nodes.ts';
import { typesetFormula } from './formula/typeset-formula.ts';

declare module 'mdast' {
	interface Data {
		/** A formula's MathML. */
		math?: Element;
		/** A formula as a line of Unicode. */
		line?: string;
	}
}

/** Typeset every formula. One that cannot be set, whatever the reason, is shown as it came, with a warning. */
export function remarkTypesetFormulas() {
	return (tree: Root, file: VFile): void => {
		visit(tree, 'inlineMath', (node: InlineMath, index, parent) => {
			try {
				const math = typesetFormula(node.value);
				const line = formulaText(math);
				math.properties['alttext'] = line;
				node.data = { ...node.data, math, line };
			} catch {
				const { start, end } = node.position!;
				const source = plainText(file, start.offset!, end.offset!);
				report(file, 'formula-not-set', source.value, start);
				parent!.children[index!] = { ...source, data: { rule: 'formula' } };
			}
		});
	};
}
