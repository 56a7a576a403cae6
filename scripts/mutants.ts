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
	const add = (start: number, end: number, text: string): void => {
		const from = source.slice(start, end).replace(/\s+/g, ' ').slice(0, 80);
		const line = file.getLineAndCharacterOfPosition(start).line + 1;
		found.push({ start, end, text, from, line });
	};
	const visit = (node: ts.Node): void => {
		// What only the types are made of does not run.
		if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
		for (const [start, end, text] of changesOf(node, source)) add(start, end, text);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

type Replaced = readonly [start: number, end: number, text: string];

function changesOf(node: ts.Node, source: string): Replaced[] {
	const text = (part: ts.Node) => source.slice(part.getStart(), part.end);
	if (ts.isBinaryExpression(node)) {
		const { operatorToken } = node;
		const other = operators[text(operatorToken)];
		return other === undefined ? [] : [[operatorToken.getStart(), operatorToken.end, other]];
	}
	if (ts.isIfStatement(node)) return bothWays(node.expression);
	if (ts.isConditionalExpression(node)) {
		const { condition, whenTrue, whenFalse } = node;
		const swapped = `${text(condition)} ? ${text(whenFalse)} : ${text(whenTrue)}`;
		return [[node.getStart(), node.end, swapped]];
	}
	if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
		return [[node.getStart(), node.operand.getStart(), '']];
	if (ts.isNumericLiteral(node))
		return [[node.getStart(), node.end, String(Number(node.text) + 1)]];
	if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
		const { expression, name } = node.expression;
		return listCalls.has(name.text) ? [[expression.end, node.end, '']] : [];
	}
	return [];
}

function bothWays(condition: ts.Expression): Replaced[] {
	return ['true', 'false'].map((value) => [condition.getStart(), condition.end, value]);
}
