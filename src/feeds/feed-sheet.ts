import { words } from '../language/words.ts';

/** The style sheet of feeds, by which a browser shows one as something to read and says what it is. */
export function feedSheet(): string {
	const note = words.feeds.note.replaceAll("'", String.raw`\'`);
	return sheet.replace('NOTE', () => note);
}

const sheet = `/* A feed that is opened in a browser. What a feed reader is for is hidden. */
feed {
	display: block;
	max-width: 42rem;
	margin: 0 auto;
	padding: 2rem 1.25rem;
	background: #fbf7ef;
	color: #2a2019;
	font:
		1.0625rem / 1.5 'Iowan Old Style',
		Charter,
		'Palatino Linotype',
		Palatino,
		Georgia,
		serif;
}

feed::before {
	display: block;
	padding: 0 0 1rem;
	color: #6b625a;
	font-size: 0.9375rem;
	content: 'NOTE';
}

feed > title {
	display: block;
	padding: 0 0 1rem;
	font-size: 2rem;
	line-height: 1.15;
}

entry {
	display: block;
	padding: 1rem 0;
	border-top: 1px solid #ddd3c4;
}

entry > title,
entry > summary,
entry > id {
	display: block;
}

entry > title {
	font-size: 1.1875rem;
	line-height: 1.3;
}

entry > id {
	color: #7c2a22;
	font-size: 0.8125rem;
	overflow-wrap: anywhere;
}

feed > id,
updated,
published,
author,
generator,
content {
	display: none;
}
`;
