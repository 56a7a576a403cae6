import { wholeScore, type Nearest, type Neighbour } from './nearest-papers.ts';

// What a neighbour in common is worth, of the two scores' product.
const share = 0.3;

/**
 * Raise the scores of papers that have neighbours in common: what is near to the same papers is likely to
 * be on the same subject (Diaz, “Regularizing Ad Hoc Retrieval Scores”, 2005). Only papers that were
 * counted draw others together, so that two papers' score does not change with every dump. Nearest first.
 */
export function drawTogether(nearest: readonly Nearest[]): Neighbour[][] {
	const drawn = drawnBy(nearest);
	return nearest.map(({ ofAll, ofCounted }, place) => {
		const scores = new Map(ofAll.map((neighbour) => [neighbour.place, neighbour.score]));
		for (const { place: middle, score: near } of ofCounted) {
			for (const { place: other, score } of drawn[middle]!) {
				if (other === place) continue;
				const common = Math.round((share * near * score) / wholeScore);
				scores.set(other, (scores.get(other) ?? 0) + common);
			}
		}
		return Array.from(scores, ([other, score]) => ({ place: other, score })).sort(
			(a, b) => b.score - a.score || a.place - b.place,
		);
	});
}

/** The papers that have each among their nearest. */
function drawnBy(nearest: readonly Nearest[]): Neighbour[][] {
	const drawn: Neighbour[][] = nearest.map(() => []);
	nearest.forEach(({ ofCounted }, place) => {
		for (const { place: middle, score } of ofCounted) drawn[middle]!.push({ place, score });
	});
	return drawn;
}
