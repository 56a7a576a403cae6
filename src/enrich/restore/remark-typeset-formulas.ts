import type { Element } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { quote, report } from '../../diagnostics.ts';
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

/** Typeset every formula. One that cannot be set, whatever the reason, is shown as it came, with a warning that has the reason. */
export function remarkTypesetFormulas() {
	return (tree: Root, file: VFile): void => {
		visit(tree, 'inlineMath', (node: InlineMath, index, parent) => {
			try {
				const math = typesetFormula(node.value);
				const line = formulaText(math);
				math.properties['alttext'] = line;
				node.data = { ...node.data, math, line };
			} catch (error) {
				const { start, end } = node.position!;
				const source = plainText(file, start.offset!, end.offset!);
				report(file, 'formula-not-set', source.value, start, { cause: causeOf(error) });
				parent!.children[index!] = { ...source, data: { rule: 'formula' } };
			}
		});
	};
}

/** What was thrown, as the cause of a message: on one line and escaped, for it may quote the text. */
function causeOf(error: unknown): VFileMessage {
	const reason = error instanceof Error ? error.message : String(error);
	return new VFileMessage(quote(reason.replace(/\s+/g, ' ')), {
		ruleId: 'formula-not-set',
		source: 'digests',
	});
}
