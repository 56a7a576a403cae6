import { findLinks } from './searches-elsewhere.ts';

// One search by title is in the page; the others repeat the title.
const [title, arxiv] = ['title', 'arxiv_id'].map(
	(name) => document.querySelector<HTMLMetaElement>(`[name=citation_${name}]`)?.content,
);
const first = document.querySelector('.searches li')!;
const [, ...others] = findLinks(title!, arxiv);
const items = others.map(({ name, url }) => {
	const item = first.cloneNode(true) as HTMLElement;
	Object.assign(item.querySelector('a')!, { href: url, textContent: name });
	return item;
});
first.after(...items);
