import { languageOf } from '../model/language.ts';
import { site } from '../site.ts';

/** The pages that are nothing but the site's own prose. */
export type ProseName = 'about' | 'data' | 'feeds';

const texts = import.meta.glob<string>('./*/*.md', {
	query: '?raw',
	import: 'default',
	eager: true,
});

/** The Markdown of a page in the language of the archive. */
export function prose(name: ProseName): string {
	return texts[`./${languageOf(site.language)}/${name}.md`]!;
}
