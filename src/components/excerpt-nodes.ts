// Pagefind puts `<mark>` around what was found and escapes `<` and `>` of the text, but not `&`.
const markRe = /<mark>(.*?)<\/mark>/gs;

const sentenceStartRe = /^(?:<mark>)?[\p{Lu}\p{N}"“]/u;
const sentenceEndRe = /[.!?](?:<\/mark>)?$/;

/** Pagefind's excerpt as nodes: marks, text that stays text, and an ellipsis where it was cut in a sentence. */
export function excerptNodes(excerpt: string): Node[] {
	const nodes: Node[] = [];
	if (!sentenceStartRe.test(excerpt)) nodes.push(document.createTextNode('… '));
	let end = 0;
	for (const { 0: whole, 1: found, index } of excerpt.matchAll(markRe)) {
		nodes.push(document.createTextNode(unescapeText(excerpt.slice(end, index))));
		const mark = document.createElement('mark');
		mark.textContent = unescapeText(found!);
		nodes.push(mark);
		end = index + whole.length;
	}
	nodes.push(document.createTextNode(unescapeText(excerpt.slice(end))));
	if (!sentenceEndRe.test(excerpt)) nodes.push(document.createTextNode(' …'));
	return nodes;
}

function unescapeText(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
