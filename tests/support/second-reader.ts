/**
 * A reader of dumps that shares nothing with the project's own: the blocks after the date, line by
 * line, by the rules in words. It knows no shapes and no limits, so it only speaks of accepted dumps.
 */
export function readBlocks(text: string): string[] {
	const blocks: string[][] = [[]];
	for (const line of text
		.replace(/^\uFEFF/, '')
		.replaceAll('\r\n', '\n')
		.replaceAll('\r', '\n')
		.split('\n')) {
		const words = line.replace(/^\s+|\s+$/g, '');
		if (words === '') blocks.push([]);
		else blocks.at(-1)!.push(words);
	}
	return blocks
		.filter((block) => block.length > 0)
		.map((block) => block.join(' '))
		.slice(5);
}
