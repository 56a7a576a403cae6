import type { PaperView } from '../../src/model/paper-view.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { emptyContent, ingestAll } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug'];

/** Eight papers under eight topics and systems, half of them with code, and one that all dumps have. */
export function somePapers(): PaperView[] {
	const dumps = months.map((month, index) =>
		writeDump(`${month} 1`, [
			[`Paper ${index}`, `${abstractNumber(index)} It takes O(n^2) time in F*.`],
			['Often seen', abstractNumber(99)],
		]),
	);
	const { papers } = runPipeline(ingestAll(emptyContent(), ...dumps).content);
	const thing = (name: string) => ({ slug: name.toLowerCase(), name, family: name });
	return [...papers.values()].map((paper, number) => ({
		...paper,
		system: `System${number}`,
		systems: [thing(`System${number}`), thing(`System${number + 1}`)],
		topics: [thing(`Topic${number % 4}`), thing(`Topic${(number + 1) % 4}`)],
		links:
			number % 2 === 0
				? [{ url: `https://example.org/${number}`, kind: 'code' as const }]
				: [],
	}));
}
