import type { CitedPaper } from './cited-paper.ts';

/** Papers as RIS, a record each, with the line ends that the format asks for. */
export function formatRis(papers: readonly CitedPaper[]): string {
	return papers.map(formatRecord).join('');
}

function formatRecord(paper: CitedPaper): string {
	const { key, title, authors = [], published, abstract, url, note } = paper;
	const lines = [
		['TY', 'GEN'],
		['ID', key],
		['TI', title],
		...authors.map((author) => ['AU', author]),
		...(published === undefined ? [] : [['PY', published.slice(0, 4)]]),
		['UR', url],
		['N1', note],
		...(abstract === undefined ? [] : [['AB', abstract]]),
		['ER', ''],
	];
	return lines.map(([tag, value]) => `${tag}  - ${onOneLine(value!)}\r\n`).join('');
}

function onOneLine(value: string): string {
	return value.replace(/\s+/g, ' ');
}
