import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@astrojs/compiler-rs';
import { expect, test } from 'vitest';
import { root } from '../support/run-script.ts';
import { listFiles } from '../support/site-pages.ts';

// What readers see is made in these rooms; what maintainers and programs are told is English.
const rooms = [
	'cards',
	'cite',
	'components',
	'digests',
	'edition',
	'feeds',
	'head',
	'keyboard',
	'layouts',
	'named',
	'pages',
	'paper',
	'saved',
	'search/browser',
	'search/ListFilter.astro',
	'search/SearchForm.astro',
	'search/SearchPanel.astro',
	'trends',
	'watch',
];

// Names, which are so in any language; what schema.org and OpenSearch say; keys; classes of the style sheet.
const names = new Set([
	'BibTeX',
	'CSL-JSON',
	'CSV',
	'Google Scholar',
	'Hugging Face Papers',
	'Offprint',
	'PDF',
	'RIS',
	'SHA-256',
	'Semantic Scholar',
	'Source Serif',
	'arXiv',
	'arXiv:',
	'Dataset',
	'Description',
	'Enter',
	'Escape',
	'Person',
	'Tab',
	'Url',
	'button star',
	'button tick',
	'days from-',
	'rows entries numbered',
	'rows titles',
]);

// `aria-label="Sections"`; the others are no words.
const spokenRe =
	/^(?:aria-(?:label|description|roledescription)|alt|title|placeholder|label|description)$/;
// Two letters on end.
const wordRe = /\p{L}{2}/u;
// Markup, styles, selectors, types of files
const codeRe = /[<>{=;]|^\.|solid/;
// “No paper”, “Saved”
const phraseRe = /\p{L}{2,}[,;:.]? \p{L}{2,}|^\p{Lu}\p{Ll}+[.:]?$/u;

// “ of ”, “, page ”, “: copied”, between what is filled in
const betweenRe = /\s\p{L}{2,}(?:\W|$)|^\p{L}{2,}\s/u;

interface Node {
	readonly type: string;
	readonly [name: string]: unknown;
}

const files = listFiles(join(root, 'src'))
	.map((file) => file.slice(1))
	.filter((file) => /\.(?:ts|astro)$/.test(file))
	.filter((file) => rooms.some((room) => file === room || file.startsWith(`${room}/`)));

const found = (astro: string) =>
	wordsIn(parse(astro).ast as unknown as Node).filter((word) => !names.has(word.trim()));

test.each(files)('%s has no words of its own', (file) => {
	const source = readFileSync(join(root, 'src', file), 'utf8');
	expect(found(file.endsWith('.ts') ? `---\n${source}\n---\n` : source)).toEqual([]);
});

test.each([
	['<p>None yet</p>', 'None yet'],
	['<p>{words.home.latest} of it</p>', ' of it'],
	['<nav aria-label="Sections" class="wide row" />', 'Sections'],
	['<p title={`${count} papers`} />', ' papers'],
	["<p>{isSaved ? 'Saved' : name}</p>", 'Saved'],
	["---\nlink.textContent = 'Copy link';\n---", 'Copy link'],
	['---\nsay(`${name}: copied`);\n---', ': copied'],
])('such words are found: %s', (source, word) => {
	expect(found(source)).toEqual([word]);
});

// Types, imports, what is thrown, and what is asked of the document: `querySelector('.title a')`.
const silent = new Set([
	'ImportDeclaration',
	'ThrowStatement',
	'TSTypeAnnotation',
	'TSLiteralType',
]);
const queryRe = /^(?:querySelector(?:All)?|matches|closest|locator)$/;

/** All texts below a node that are words of some language. */
function wordsIn(node: Node): string[] {
	if (silent.has(node.type) || isQuery(node)) return [];
	if (node.type === 'JSXAttribute') return wordsOfAttribute(node);
	if (node.type === 'JSXText')
		return wordRe.test(String(node['value'])) ? [String(node['value'])] : [];
	const text = textOf(node);
	if (text !== undefined) return isPhrase(node.type, text) ? [text] : [];
	return childrenOf(node).flatMap(wordsIn);
}

function wordsOfAttribute({ name, value }: Node): string[] {
	const attribute = value as Node | null;
	if (attribute?.type !== 'Literal') return attribute ? wordsIn(attribute) : [];
	const text = String(attribute['value']);
	return spokenRe.test(String((name as Node)['name'])) && wordRe.test(text) ? [text] : [];
}

function textOf({ type, value }: Node): string | undefined {
	if (type === 'Literal') return typeof value === 'string' ? value : '';
	if (type === 'TemplateElement') return String((value as { cooked: string }).cooked);
	return undefined;
}

function isPhrase(type: string, text: string): boolean {
	if (codeRe.test(text)) return false;
	return phraseRe.test(text) || (type === 'TemplateElement' && betweenRe.test(text));
}

function isQuery({ type, callee }: Node): boolean {
	if (type !== 'CallExpression') return false;
	const { property } = callee as { property?: { name?: string } };
	return queryRe.test(property?.name ?? '');
}

function childrenOf(node: Node): Node[] {
	return Object.values(node)
		.flat()
		.filter((value): value is Node => typeof (value as Node | null)?.type === 'string');
}
