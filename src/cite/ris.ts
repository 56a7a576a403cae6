import type { CitedPaper } from './cited-paper.ts';

/** Papers as RIS, a record each, with the line ends that the format asks for. */
export function formatRis(papers: readonly CitedPaper[]): string {
	return papers.map(formatRecord).join('');
}

function formatRecord({ key, title, abstract, url, note }: CitedPaper): string {
	const lines = [
		['TY', 'GEN'],
		['ID', key],
		['TI', title],
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
