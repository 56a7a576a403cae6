import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { replaceCharacters } from './nodes.ts';
import { replaceMatches } from './replace-in-text.ts';

// `cloud.For the`: a sentence begins with one of these where a name (`ASP.Net`) has none.
const gluedSentenceRe =
	/(?<=[a-z]{2}|[A-Z]{2}|[a-z]\d|\d%|\))([.?!])(?=(?:The|This|These|Those|That|There|They|We|Our|In|For|To|It|Its|As|By|With|On|At|From|However|Moreover|Furthermore|Additionally|Here|When|While|Where|And|But|Then|Thus|Therefore|Hence|First|Second|Third|Finally|Specifically|Unlike|Despite|Existing|Recent|Recently|Experiments?|Experimental|Extensive|Code|Codes|An|One|Such|Both|Each|Since|Although|If|Given|Using|Through|Compared|Based|Besides|Notably|Importantly|Meanwhile|Inspired|Motivated|Results)[ ,])/g;
// `BUS:Efficient and …`, in a title; `Re:Form` is a name
const gluedSubtitleRe = /^[A-Z][\w+-]{2,}(:)(?=[A-Z][a-z]+ )/g;

/** Part sentences, and a title and its subtitle, that ran together. */
export function remarkSeparateSentences() {
	return (tree: Root, file: VFile): void => {
		for (const re of [gluedSentenceRe, gluedSubtitleRe]) {
			replaceMatches(tree, file, re, ({ 0: whole, 1: mark, index }) => {
				const end = index + whole.length;
				return replaceCharacters(file, [end - 1, end], 'glued-sentence', `${mark} `);
			});
		}
	};
}
