// What a large digest has no room for is fetched from the paper's page when it is asked for.
for (const place of document.querySelectorAll('.unfold:not(details)')) {
	const link = place.querySelector('a')!;
	const fold = document.createElement('details');
	const summary = document.createElement('summary');
	fold.className = 'unfold';
	summary.textContent = link.textContent;
	fold.append(summary);
	fold.addEventListener('toggle', () => void fill(fold, link.href), { once: true });
	place.replaceWith(fold);
}

async function fill(fold: HTMLElement, href: string): Promise<void> {
	try {
		const text = await (await fetch(href)).text();
		const page = new DOMParser().parseFromString(text, 'text/html');
		fold.append(document.importNode(page.querySelector('.restored > p')!, true));
	} catch {
		// Off line, the paper's own page says so.
		location.assign(href);
	}
}
