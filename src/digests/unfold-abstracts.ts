import { words } from '../language/words.ts';

// What a digest does not carry is fetched from the paper's page when it is asked for.
for (const excerpt of document.querySelectorAll('.whole > [data-first-seen] > .excerpt')) {
	if (excerpt.nextElementSibling!.matches('.unfold')) continue;
	const link = excerpt.parentElement!.querySelector<HTMLAnchorElement>('.title a')!;
	const fold = document.createElement('details');
	const summary = document.createElement('summary');
	fold.className = 'unfold';
	summary.textContent = words.abstract;
	fold.append(summary);
	fold.addEventListener('toggle', () => void fill(fold, link.href), { once: true });
	excerpt.after(fold);
}

async function fill(fold: HTMLElement, href: string): Promise<void> {
	try {
		const text = await (await fetch(href)).text();
		const page = new DOMParser().parseFromString(text, 'text/html');
		const restored = page.querySelector<HTMLElement>('.restored')!;
		const abstract = document.importNode(restored.querySelector('p')!, true);
		if (restored.lang !== '') abstract.lang = restored.lang;
		fold.append(abstract);
	} catch {
		// Off line, the paper's own page says so.
		location.assign(href);
	}
}
