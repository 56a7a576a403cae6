import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { isArxivId, type ArxivPaper } from '../model/enrichment.ts';
import { isDay } from '../model/id.ts';

// `http://arxiv.org/abs/2409.02795v3`, `http://arxiv.org/abs/math/0309136v1`
const idRe = /^https?:\/\/arxiv\.org\/abs\/(.+?)(?:v\d+)?$/;

/**
 * The papers of an answer of arXiv's API, an Atom feed. Throws an `Error` whose message says on one line why a
 * text is none; what arXiv itself says has gone wrong is such an error, too.
 */
export function parseArxivAnswer(text: string): ArxivPaper[] {
	const root = readRoot(text);
	if (root?.name !== 'feed')
		throw new Error(`Unexpected <${root?.name}>, expected a feed of arXiv`);
	const papers = childrenOf(root, 'entry').map(readEntry);
	const total = Number(textOf(root, 'opensearch:totalResults') || papers.length);
	// It does so when it is busy.
	if (papers.length === 0 && total > 0)
		throw new Error(`Unexpected empty feed of arXiv, expected some of ${total} papers`);
	return papers;
}

function readRoot(text: string): XmlElement | null {
	try {
		return parseXml(text).root;
	} catch (error) {
		throw new Error(
			`Unexpected answer of arXiv, expected XML: ${oneLine((error as Error).message)}`,
			{
				cause: error,
			},
		);
	}
}

function readEntry(entry: XmlElement): ArxivPaper {
	const address = textOf(entry, 'id');
	const id = idRe.exec(address)?.[1] ?? '';
	const published = textOf(entry, 'published').slice(0, 10);
	if (!isArxivId(id) || !isDay(published))
		throw new Error(
			`Unexpected entry ${address} of arXiv: ${textOf(entry, 'summary').slice(0, 200)}`,
		);
	return {
		id,
		title: textOf(entry, 'title'),
		abstract: textOf(entry, 'summary'),
		authors: childrenOf(entry, 'author')
			.map((author) => textOf(author, 'name'))
			.filter((name) => name !== ''),
		published,
	};
}

function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
	return children.filter(
		(node): node is XmlElement => node instanceof XmlElement && node.name === name,
	);
}

function textOf(element: XmlElement, name: string): string {
	return oneLine(childrenOf(element, name)[0]?.text ?? '');
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
