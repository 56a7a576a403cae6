declare module '@orcid/bibtex-parse-js' {
	export interface Entry {
		readonly citationKey: string;
		readonly entryType: string;
		readonly entryTags: Readonly<Record<string, string>>;
	}
	const parser: { readonly toJSON: (text: string) => Entry[] };
	export default parser;
}
