import { formatDay } from '../language/format.ts';
import { words } from '../language/words.ts';
import type { Day, DigestId } from '../model/id.ts';
import type { CitedPaper } from './cited-paper.ts';
import type { PrintedPlace } from './sentences.ts';

// `https://example.org/repo/digests/2025-03-11-2/#k3v9q2x7mf`
const digestRe = /\/digests\/([^/]+)\/#/;

/** What a paper's page says of the paper to those who cite it. */
export function citedPaperOf(page: Document): CitedPaper {
	const authors = tags(page, 'author');
	const [published] = tags(page, 'publication_date');
	const { citeKey, titleTex } = page.querySelector<HTMLElement>('[data-cite-key]')!.dataset;
	return {
		key: citeKey!,
		title: tag(page, 'title'),
		titleTex,
		...(authors.length > 0 && { authors }),
		...(published && { published: dayOf(published) }),
		abstract: tag(page, 'abstract'),
		url: tag(page, 'abstract_html_url'),
		note: words.firstSight(formatDay(dayOf(tag(page, 'online_date')))),
	};
}

/** Where a paper's page says that its text was printed. */
export function printedPlaceOf(page: Document): PrintedPlace {
	const [text, sum] = [...page.querySelectorAll('.colophon dd')].slice(-2);
	const link = text!.querySelector('a')!;
	// “no. 3 of 33” of “, no. 3 of 33, line 19 of the dump”
	const [, place] = text!.lastChild!.textContent!.split(', ');
	// Where the archive is published, not where one may read a copy of it.
	const { href } = new URL(link.getAttribute('href')!, tag(page, 'abstract_html_url'));
	return {
		digest: digestRe.exec(href)![1] as DigestId,
		place: place!,
		sha256: sum!.textContent,
		url: href,
	};
}

function dayOf(tag: string): Day {
	return tag.replaceAll('/', '-') as Day;
}

function tag(page: Document, name: string): string {
	return tags(page, name)[0]!;
}

function tags(page: Document, name: string): string[] {
	const found = page.querySelectorAll<HTMLMetaElement>(`[name=citation_${name}]`);
	return Array.from(found, ({ content }) => content);
}
