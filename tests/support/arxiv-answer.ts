/** A paper as arXiv's API tells of it. */
export interface AnsweredPaper {
	readonly id: string;
	readonly title: string;
	readonly abstract: string;
	readonly authors?: readonly string[];
}

/** An answer in the shape of arXiv's API (Atom), with all that is around its papers. */
export function arxivAnswer(papers: readonly AnsweredPaper[], total = papers.length): string {
	return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <title>arXiv Query: search_query=ti:&amp;id_list=&amp;start=0&amp;max_results=10</title>
  <updated>2026-11-20T00:00:00Z</updated>
  <link href="https://arxiv.org/api/query?search_query=ti:&amp;start=0&amp;max_results=10&amp;id_list=" type="application/atom+xml"/>
  <opensearch:itemsPerPage>10</opensearch:itemsPerPage>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${papers.map(entry).join('')}</feed>
`;
}

function entry({
	id,
	title,
	abstract,
	authors = ['Ada Example', 'Zhāng Wěi'],
}: AnsweredPaper): string {
	return `  <entry>
    <id>http://arxiv.org/abs/${id}v2</id>
    <title>${wrap(title)}</title>
    <updated>2025-03-14T17:00:00Z</updated>
    <link href="https://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${id}v2" rel="related" type="application/pdf" title="pdf"/>
    <summary>  ${wrap(abstract)}
</summary>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <published>2025-03-10T17:59:59Z</published>
    <arxiv:comment>12 pages, &lt;3 figures</arxiv:comment>
    <arxiv:primary_category term="cs.CL"/>
${authors.map((name) => `    <author>\n      <name>${escapeText(name)}</name>\n    </author>\n`).join('')}  </entry>
`;
}

/** As arXiv breaks its lines. */
function wrap(text: string): string {
	return escapeText(text).replace(/(.{60}\S*) /g, '$1\n  ');
}

function escapeText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
