import ts from 'typescript';

/** A small change of a file that a test should notice. */
export interface Mutant {
	/** UTF-16 offsets of what is replaced. */
	readonly start: number;
	readonly end: number;
	/** What is put in its place. */
	readonly text: string;
	/** What stood there, on one line. */
	readonly from: string;
	/** Counted from 1. */
	readonly line: number;
	/** UTF-16 offsets of the expression that it is part of. */
	readonly within: readonly [start: number, end: number];
}

// Comparisons, conditions and sums, each with what it is changed to.
const operators: Readonly<Record<string, string>> = {
	'<': '<=',
	'<=': '<',
	'>': '>=',
	'>=': '>',
	'===': '!==',
	'!==': '===',
	'&&': '||',
	'||': '&&',
	'??': '&&',
	'+': '-',
	'-': '+',
};

// Calls that may be left out: the list stays as it was.
const listCalls: ReadonlySet<string> = new Set([
	'filter',
	'reverse',
	'slice',
	'sort',
	'toReversed',
	'toSorted',
	'trim',
]);

/** Every mutant of a source text: comparisons, conditions, numbers, sorts and filters. */
export function mutantsOf(source: string): Mutant[] {
	const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
	const found: Mutant[] = [];
	const visit = (node: ts.Node): void => {
		// What only the types are made of does not run.
		if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
		for (const change of changesOf(node, source)) found.push(describeChange(change, file));
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

/** What is replaced, by what, and the expression that it is part of. */
type Change = readonly [start: number, end: number, text: string, within: ts.Expression];

function describeChange([start, end, text, within]: Change, file: ts.SourceFile): Mutant {
	const from = file.text.slice(start, end).replace(/\s+/g, ' ').slice(0, 80);
	const line = file.getLineAndCharacterOfPosition(start).line + 1;
	return { start, end, text, from, line, within: [within.getStart(), within.end] };
}

function changesOf(node: ts.Node, source: string): Change[] {
	const text = (part: ts.Node) => source.slice(part.getStart(), part.end);
	if (ts.isBinaryExpression(node)) {
		const { operatorToken } = node;
		const other = operators[text(operatorToken)];
		if (other === undefined) return [];
		return [[operatorToken.getStart(), operatorToken.end, other, node]];
	}
	if (ts.isIfStatement(node)) return bothWays(node.expression);
	if (ts.isConditionalExpression(node)) {
		const { condition, whenTrue, whenFalse } = node;
		const swapped = `${text(condition)} ? ${text(whenFalse)} : ${text(whenTrue)}`;
		return [[node.getStart(), node.end, swapped, node]];
	}
	if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
		return [[node.getStart(), node.operand.getStart(), '', node]];
	if (ts.isNumericLiteral(node) && !isName(node))
		return [[node.getStart(), node.end, String(Number(node.text) + 1), node]];
	if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
		const { expression, name } = node.expression;
		return listCalls.has(name.text) ? [[expression.end, node.end, '', node]] : [];
	}
	return [];
}

/** Whether a number is a key, as in `{ 0: first }`. */
function isName(node: ts.NumericLiteral): boolean {
	const { parent } = node;
	if (ts.isBindingElement(parent)) return parent.propertyName === node;
	return ts.isPropertyAssignment(parent) && parent.name === node;
}

function bothWays(condition: ts.Expression): Change[] {
	const start = condition.getStart();
	return ['true', 'false'].map((value) => [start, condition.end, value, condition]);
}
