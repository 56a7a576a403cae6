// Longer ones are cut; the page's address says which paper it is.
const longestTitle = 120;

/**
 * Where a mistake on a paper's page is reported: the issue form of the archive's repository, with the paper
 * filled in. Nowhere, where the settings name no repository.
 */
export function mistakeLink(
	repository: string,
	paper: { readonly title: string; readonly url: string },
): string | undefined {
	if (repository === '') return undefined;
	const { title, url } = paper;
	const short = title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
	const link = new URL(`${repository.replace(/\/$/, '')}/issues/new`);
	link.searchParams.set('template', 'mistake.yml');
	link.searchParams.set('title', `Mistake: ${short.toWellFormed()}`);
	link.searchParams.set('paper', url);
	return link.href;
}
