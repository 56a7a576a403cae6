// The pages that are there, newest first. No import: it is kept with the page that shows it.
const list = document.querySelector<HTMLElement>('#kept')!;

void listKept();

async function listKept(): Promise<void> {
	// As `worker-scope.ts` names it.
	const cache = await caches.open(`offprint:${list.dataset['root']}:pages`);
	const addresses = (await cache.keys()).map(({ url }) => url).toReversed();
	const items = await Promise.all(
		addresses.map(async (url) => item(url, await cache.match(url))),
	);
	list.querySelector('ul')!.append(...items);
	list.hidden = items.length === 0;
}

async function item(url: string, page: Response | undefined): Promise<HTMLElement> {
	const html = new DOMParser().parseFromString((await page?.text()) ?? '', 'text/html');
	const link = document.createElement('a');
	link.href = url;
	link.textContent = html.querySelector('h1')?.textContent ?? url;
	const row = document.createElement('li');
	row.append(link);
	return row;
}
