/** The elements of `SearchPanel.astro`, by what they are for. */
export const elements = {
	panel: byId('search-panel'),
	query: byId<HTMLInputElement>('query'),
	completions: byId('completions'),
	narrowing: byId<HTMLDetailsElement>('narrowing'),
	narrowed: byId('narrowed'),
	facets: byId<HTMLFormElement>('facets'),
	facetGroups: byId('facet-groups'),
	saved: byId('saved'),
	savedBox: byId('saved').querySelector('input')!,
	clear: byId<HTMLButtonElement>('clear'),
	summary: byId('summary'),
	leads: byId('leads'),
	notes: byId('notes'),
	sort: byId<HTMLSelectElement>('sort'),
	results: byId('results'),
	keep: byId<HTMLButtonElement>('keep'),
	keys: byId('keys'),
	more: byId<HTMLButtonElement>('more'),
	template: byId<HTMLTemplateElement>('result'),
} as const;

function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
	return document.getElementById(id) as Kind;
}
