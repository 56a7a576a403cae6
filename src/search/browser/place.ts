/** Where a reader was in a list of results. */
export interface Place {
	/** How many results were shown. */
	readonly shown: number;
	/** The result that was highest on the screen, and how far below its upper edge. */
	readonly result: number;
	readonly top: number;
	/** The result that was followed. */
	readonly followed?: number;
}

/** Keep the place with the page's entry in the browser's history, whenever the reader scrolls or follows a link. */
export function keepPlace(results: HTMLElement): void {
	// The browser would scroll before there are results.
	history.scrollRestoration = 'manual';
	const keep = (followed?: number) =>
		history.replaceState(placeIn(results, followed), '', location.href);
	document.addEventListener('scrollend', () => {
		if (results.ariaBusy === 'false') keep();
	});
	results.addEventListener('click', ({ target }) => {
		const link = (target as Element).closest('a');
		if (link) keep([...results.children].findIndex((item) => item.contains(link)));
	});
}

/** The place that was kept. */
export function keptPlace(): Place | undefined {
	return (history.state as Place | null) ?? undefined;
}

/** Put the results where they were on the screen, and the keyboard at the one that was followed. */
export function returnTo({ result, top, followed }: Place, results: HTMLElement): void {
	if (followed !== undefined)
		results.children[followed]?.querySelector('a')?.focus({ preventScroll: true });
	const item = results.children[result];
	if (item) scrollTo(item, top, mostFrames);
}

// Results have their own heights only once they come into view, which may take some frames.
const mostFrames = 20;

function scrollTo(item: Element, top: number, frames: number): void {
	scrollBy({ top: item.getBoundingClientRect().top - top, behavior: 'instant' });
	if (frames > 0) requestAnimationFrame(() => scrollTo(item, top, frames - 1));
}

function placeIn(results: HTMLElement, followed: number | undefined): Place {
	const items = [...results.children];
	const result = items.findIndex((item) => item.getBoundingClientRect().bottom > 0);
	const top = items[result]?.getBoundingClientRect().top ?? 0;
	return { shown: items.length, result, top, ...(followed !== undefined && { followed }) };
}
