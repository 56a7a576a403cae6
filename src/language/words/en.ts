import { formatCount, formatNumber, formatPercent } from '../format.ts';
import type { Mark, Sentence } from '../sentence.ts';

// All words of the interface in English. Every export is a room, so that a script of the browser carries the rooms
// alone that it uses. Dates and names come formatted, numbers do not; `link('digests')` is a word that becomes a link.

/** “1 paper”, “316 papers” */
export const papers = (count: number) => formatCount(count, 'paper');
export const digests = (count: number) => formatCount(count, 'digest');
export const inDigests = (count: number) => `in ${digests(count)}`;
export const names = (count: number) => formatCount(count, 'name');
export const topics = (count: number) => formatCount(count, 'topic');
export const systems = (count: number) => formatCount(count, 'system');
export const questions = (count: number) => formatCount(count, 'question');
export const links = (count: number) => formatCount(count, 'link');

/** Of a digest: “69 papers, 50 new” */
export const tally = (all: number, fresh: number) => `${papers(all)}, ${formatNumber(fresh)} new`;

/** “No. 5” */
export const ordinal = (number: number) => `No. ${formatNumber(number)}`;

/** The same on a stamp, which has room for few letters: “No. 1234” */
export const stamped = (number: number) => `No. ${number}`;

/** “15 of 69” */
export const position = (place: number, of: number) =>
	`${formatNumber(place)} of ${formatNumber(of)}`;

/** “no. 15 of 69” */
export const placeIn = (place: number, of: number) => `no. ${position(place, of)}`;

/** Behind the name of a list that has several pages. */
export const part = (number: number) => (number === 1 ? '' : `, page ${formatNumber(number)}`);

export const firstSight = (day: string) => `First seen in the digest of ${day}`;

export const linkKinds = {
	code: 'Code',
	project: 'Project page',
	data: 'Data set',
	model: 'Model',
};

export const frame = {
	skip: 'Skip to content',
	sections: 'Sections',
	digests: 'Digests',
	papers: 'Papers',
	topics: 'Topics',
	trends: 'Trends',
	saved: 'Saved',
	about: 'About',
	keeps: <Made>(name: Made): Sentence<Made> => [
		name,
		' keeps every digest and every paper at an address that never changes.',
	],
	promised: 'What we promise',
	more: 'More of the archive',
	systems: 'Named systems',
	code: 'Code and data',
	questions: 'Standing questions',
	subscribe: 'Subscribe',
	data: 'Data',
	keys: <Made>(key: Made): Sentence<Made> => ['Keys: ', key],
	none: 'None yet.',
	partNav: 'Pages of this list',
	partNavAgain: 'Other pages of this list',
	part: 'Page',
};

export const theme = { legend: 'Colours', system: 'System', light: 'Light', dark: 'Dark' };

export const keys = {
	title: 'Keys',
	next: 'next paper',
	before: 'previous paper',
	open: 'open it',
	save: 'save it, or take it off the list',
	search: 'search',
	help: 'show these keys',
	use: 'Use these keys',
};

export const home = {
	counts: (all: number, from: number) =>
		`${papers(all)} from ${digests(from)}, each on a page of its own, at an address that never changes.`,
	latest: 'Latest digest',
	allOfDigest: (all: number) => `All ${papers(all)} in this digest`,
	empty: <Made>(command: Mark<Made>): Sentence<Made> => [
		'The archive is empty. Give it a first dump with ',
		command('npm run ingest'),
		'.',
	],
	allDigests: 'All digests',
	newPerDigest: 'New papers per digest',
	newInEach: (count: number) => `New papers in each of the newest ${digests(count)}`,
	allTrends: 'All trends',
	cameBackMost: 'Came back most often',
	allPapers: 'All papers, A–Z',
};

export const calendar = {
	title: 'Digests',
	of: (when: string) => `Digests of ${when}`,
	description: (count: number) => `All ${digests(count)} in the archive, newest first.`,
	descriptionOf: (count: number, when: string) => `${digests(count)} of ${when}, newest first.`,
	everyDay: 'Every day with a digest, newest month first.',
	empty: 'None yet: the archive is empty.',
	earlierYears: 'Earlier years',
	newest: 'Newest',
	months: 'Months',
	years: 'Years',
};

export const digest = {
	title: (digest: string) => `Digest of ${digest}`,
	description: (digest: string, all: number, fresh: number) =>
		`Trending papers of ${digest}: ${papers(all)}, ${formatNumber(fresh)} of them new to the archive.`,
	fresh: (count: number) => `${formatNumber(count)} new`,
	cameBack: (count: number) => `${formatNumber(count)} came back`,
	reworded: (count: number) => `${formatNumber(count)} of these reworded`,
	others: 'Digests',
	othersAgain: 'Digests, again',
	map: 'Map of this digest',
	jump: 'Jump to a paper',
	marked: <Made>(mark: Mark<Made>): Sentence<Made> => [mark('Marked'), ' papers came back.'],
	topics: 'What they are about',
	allOf: (month: string) => `All digests of ${month}`,
};

export const entry = {
	removed: <Made>(link: Mark<Made>): Sentence<Made> => [
		'The paper that stood here ',
		link('was removed'),
		'.',
	],
	cameBack: 'Came back',
	cameBackReworded: 'Came back reworded',
};

export const abstract: string = 'Abstract';

export const paperList = {
	title: 'Papers',
	description: (count: number) => `All ${papers(count)} in the archive, from A to Z.`,
	byLetter: (count: number) =>
		`All ${papers(count)} in the archive, by the first letter of the title.`,
	cameBackMost: 'Came back most often',
	seen: (count: number) => `In ${digests(count)}`,
	letterNav: 'Papers by first letter',
	paperOf: (count: number): string => (count === 1 ? 'paper' : 'papers'),
	otherLetters: 'other letters',
	letter: (name: string) => `Papers: ${name}`,
	letterDescription: (count: number, name: string) =>
		`${papers(count)} whose titles begin with ${name}.`,
};

export const code = {
	title: 'Code and data',
	description: (links: number, count: number) =>
		`${formatCount(links, 'repository', 'repositories')}, project pages, data sets and models that ${papers(count)} in the archive link to.`,
	about: 'Repositories, project pages, data sets and models that abstracts link to, newest first.',
};

export const paper = {
	copy: 'Copy link',
	fullPaper: 'Full paper',
	searches: 'Searches by title: the feed gives no link to the paper itself.',
	searchesBeside: 'Google Scholar and Semantic Scholar are searched by title.',
	firstSeen: <Made>(day: Made): Sentence<Made> => ['First seen ', day],
	lastSeen: <Made>(day: Made): Sentence<Made> => ['last seen ', day],
	asReceived: 'As received',
	codeAndData: 'Code and data',
	seenIn: (count: number) => `Seen in ${digests(count)}`,
	topics: 'Topics',
	systems: 'Named systems',
	related: 'Related papers',
	/** Before the systems and topics that a related paper shares with this one; `paper.css` has it too. */
	shares: 'shares: ',
	inDigest: (place: string, digest: string) => `${place} in the digest of ${digest}`,
};

export const colophon = {
	title: 'Colophon',
	address: 'Address',
	name: 'Name',
	text: 'Text',
	/** The script of citations takes what stands between the first two commas behind the link: “no. 3 of 33”. */
	place: <Made>(digest: Made, place: number, of: number, line: number): Sentence<Made> => [
		digest,
		`, ${placeIn(place, of)}, line ${formatNumber(line)} of the dump`,
	],
	mistake: 'Report a mistake',
};

export const copied: string = 'Copied';

export const received = {
	title: 'The text as received',
	restored: 'What was restored',
	takenAway: 'taken away',
	madeSpace: 'made a space',
	became: 'became',
	times: (count: number) => `${formatNumber(count)} times`,
	rules: {
		formula: 'a formula whose dollars and backslashes were dropped',
		symbol: 'a Greek letter or sign whose backslash was dropped',
		'delimited-formula': 'a formula still in its TeX delimiters',
		multiplier: 'a multiplication sign left as “times”',
		escape: 'a character still escaped for TeX',
		command: 'a TeX command for a character',
		accent: 'an accented letter written in TeX',
		macro: 'the authors’ own TeX command for a name',
		price: 'a price whose dollar sign was dropped',
		'character-code': 'a character written as its number',
		quotes: 'TeX quotation marks',
		dash: 'a TeX dash',
		tie: 'a TeX space that does not break',
		'glued-sentence': 'a space missing between sentences',
		emphasis: 'emphasis left as markup',
		strong: 'strong emphasis left as markup',
		braces: 'braces left of a TeX command',
		address: 'an address',
		'linked-words': 'an address and its words, run together',
		correction: 'corrected by hand',
	},
};

export const changes = {
	title: 'What changed',
	wordings: <Made>(count: number, added: Mark<Made>, removed: Mark<Made>): Sentence<Made> => [
		`This paper has appeared in ${formatNumber(count)} wordings. The text above is the latest. `,
		added('Underlined words'),
		' were added, ',
		removed('struck words'),
		' removed.',
	],
	fromDay: <Made>(day: Made, seen: Made): Sentence<Made> => [
		'On ',
		day,
		', from the wording seen on ',
		seen,
	],
	fromDays: <Made>(day: Made, first: Made, last: Made): Sentence<Made> => [
		'On ',
		day,
		', from the wording seen from ',
		first,
		' to ',
		last,
	],
	reworded: <Made>(back: Mark<Made>, day: Made): Sentence<Made> => [
		back('Came back reworded'),
		' on ',
		day,
		'. ',
	],
	retitled: <Made>(back: Mark<Made>, day: Made, title: Made): Sentence<Made> => [
		back('Came back under another title'),
		' on ',
		day,
		'; until then, it was ',
		title,
		'. ',
	],
};

export const cite = {
	button: 'Cite',
	ofPaper: ' this paper',
	noAuthors: 'The feed names no authors. ',
	wholeDigest: 'The whole digest:',
};

export const citing = {
	citation: 'Citation',
	asPrinted: 'As printed',
	copy: 'Copy: ',
	copied: (name: string) => `${name}: copied`,
	refused: (name: string) => `${name}: not copied`,
	quoted: (title: string) => `“${title}”`,
	printed: (digest: string, place: string) => `as printed on ${digest}, ${place}`,
	dumpSum: (sum: string) => `dump SHA-256 ${sum}`,
};

export const system = {
	title: 'Named systems',
	description: (count: number) =>
		`${systems(count)} that the papers of the archive name: models, methods, data sets and benchmarks.`,
	about: (introduced: number) =>
		`Models, methods, data sets and benchmarks that two or more papers name, ${formatNumber(introduced)} of them introduced by a paper in the archive. The number after each says how many papers name it.`,
	letter: (name: string) => `Named systems: ${name}`,
	letterDescription: (name: string) => `Named systems by first letter: ${name}.`,
	/** What begins with no Latin letter stands together. */
	noLetter: '0–9 and others',
	letterNav: 'By first letter',
	largest: (count: number) => `The ${formatNumber(count)} named most often`,
	descriptionOf: (name: string, count: number) =>
		`${name}: named in ${papers(count)} in the archive.`,
	introducedIn: (name: string, count: number, title: string) =>
		`${name}: named in ${papers(count)} in the archive, introduced by “${title}”.`,
	alsoWritten: (others: string) => `Also written ${others}`,
	introducer: 'The paper that introduces it',
	introducedBy: 'Introduced by',
	namedBy: 'Named by',
	alsoNamedBy: 'Also named by',
	quoted: 'Sentences are quoted from the abstracts. Numbers in them are their authors’ claims, and are not compared here.',
	seen: 'Seen',
	seenIn: <Made>(count: number, day: Made): Sentence<Made> => [
		`In ${papers(count)}, first on `,
		day,
	],
	codeAndData: 'Code and data',
	topics: 'Topics',
	namesakes: 'Others of this name',
};

export const topic = {
	title: 'Topics',
	description: (count: number) =>
		`${topics(count)} in the archive’s papers: the largest, and all of them by letter.`,
	about: (count: number) =>
		`${formatCount(count, 'subject')} to find papers by. The number after each says how many papers are on it.`,
	largest: 'Largest',
	of: (name: string) => `Topic: ${name}`,
	descriptionOf: (name: string, count: number) =>
		`${papers(count)} in the archive on ${name}, by the date each was first seen, with related topics.`,
	ofPeriod: (name: string, when: string) => `Topic: ${name}, ${when}`,
	descriptionOfPeriod: (name: string, when: string, count: number) =>
		`${papers(count)} in the archive on ${name} that were first seen in ${when}, newest first.`,
	heading: <Made>(name: Made): Sentence<Made> => ['Topic: ', name],
	seenIn: (count: number, when: string) => `${papers(count)} first seen in ${when}`,
	firstSeenIn: (when: string) => `First seen in ${when}`,
	newOn: (day: string) => `New on ${day}`,
	byMonth: 'By month',
	byYear: 'By year',
	related: 'Related topics',
	onBoth: (count: number) => `${papers(count)} on both`,
	onBothNote: 'The number says how many papers are on both topics.',
	perDigest: (name: string) => `Papers on ${name} in each digest`,
	perMonth: (name: string) => `Papers on ${name} in each month`,
	inEachDigest: 'In each digest',
	inEachMonth: 'In each month',
	digest: 'Digest',
	month: 'Month',
	papers: 'Papers',
};

export const tombstone = {
	when: 'When',
	why: 'Why',
	where: 'Where it was seen',
	paper: 'Paper',
	paperTitle: (id: string) => `Paper ${id}`,
	moved: 'This paper is the same as another',
	movedTo: <Made>(link: Made): Sentence<Made> => [
		'It turned out to be ',
		link,
		'. That page has everything that stood here.',
	],
	removed: 'This paper was removed',
	removedDescription: (id: string) =>
		`The paper ${id} was removed from the archive. This page says when and why.`,
	addressStays:
		'Its title and its abstract are no longer shown. Its address stays, and will never be another paper’s.',
	withdrawn: 'This digest was withdrawn',
	withdrawnDescription: (digest: string) =>
		`The digest of ${digest} was withdrawn. This page says when and why.`,
	papersStay:
		'Papers that other digests printed too keep their pages. This address will never be another digest’s.',
};

export const gone = {
	system: 'Named system',
	systemTitle: (slug: string) => `System ${slug}`,
	systemMoved: 'This name is now read differently',
	systemMovedTo: <Made>(link: Made): Sentence<Made> => [
		'Its paper introduces ',
		link,
		'; you will find everything there.',
	],
	systemMovedDescription: (slug: string, name: string) =>
		`The system ${slug} is now called ${name}.`,
	systemGone: 'No paper mentions this system',
	systemGoneMore: <Made>(link: Mark<Made>): Sentence<Made> => [
		'The papers that mentioned it have been removed or are read differently now. This address will never be given to another system. See the list of ',
		link('all named systems'),
		'.',
	],
	systemGoneDescription: (slug: string) =>
		`No paper of the archive mentions the system ${slug} any longer.`,
	topic: 'Topic',
	topicTitle: (slug: string) => `Topic ${slug}`,
	topicMoved: 'This topic goes by another name',
	topicMovedTo: <Made>(link: Made): Sentence<Made> => [
		'It is now part of ',
		link,
		'; you will find its papers there.',
	],
	topicMovedDescription: (slug: string, name: string) =>
		`The topic ${slug} is now called ${name}.`,
	topicGone: 'This is no longer a topic',
	topicGoneMore: <Made>(link: Mark<Made>): Sentence<Made> => [
		'No paper is on it now, or it is no longer one of the archive’s subjects. This address will never be given to another topic. See the list of ',
		link('all topics'),
		'.',
	],
	topicGoneDescription: (slug: string) =>
		`${slug} is no longer a topic of the archive. This page lists similar topics.`,
	topicPeriodDescription: (slug: string) =>
		`The papers that stood under ${slug} are now found under other topics.`,
	similar: 'Similar topics',
	question: 'Standing question',
	questionTitle: (slug: string) => `Question ${slug}`,
	questionEnded: 'This question is no longer asked',
	questionEndedMore: <Made>(search: Mark<Made>, others: Mark<Made>): Sentence<Made> => [
		'The archive no longer makes this search. The papers that it found are all still here: ',
		search('search for them'),
		', or see ',
		others('the questions that are asked now'),
		'. This address will never be given to another question.',
	],
	questionEndedDescription: (slug: string) => `The question ${slug} is no longer asked.`,
};

export const notFound = {
	title: 'Not found',
	heading: 'There is no page at this address',
	description: 'There is no page at this address.',
	waysOn: <Made>(toDigests: Mark<Made>, toPapers: Mark<Made>): Sentence<Made> => [
		'Addresses here do not change, so this one was probably cut short or mistyped. You may find the paper by its title, among the ',
		toDigests('digests'),
		', or in the ',
		toPapers('list from A to Z'),
		'.',
	],
};

export const offline = {
	title: 'Offline',
	description: 'What is shown without a network for pages that were not read before.',
	heading: 'This page is not on your device',
	waysOn: <Made>(name: string, toList: Mark<Made>, toSearch: Mark<Made>): Sentence<Made> => [
		`There is no network, or it does not reach ${name}. Only pages that you have read before are here, as they were then. The `,
		toList('reading list'),
		' is in your browser, too, and the ',
		toSearch('search'),
		' finds what it has fetched before.',
	],
	kept: 'Pages on this device',
};

export const about = {
	title: 'About',
	description: 'What this archive is, what it promises, and where its texts come from.',
};

export const data = {
	title: 'Data',
	description:
		'The whole archive as files: JSON Lines, CSV, Parquet and SQLite, with schemas and a promise of stability.',
	setName: (site: string) => `${site}: the archive as data`,
	setDescription: (site: string) =>
		`${site} Titles, abstracts, digests, systems and topics as files.`,
};

export const feeds = {
	title: 'Feeds',
	description:
		'Follow the archive, a topic or a system in a feed reader: Atom, JSON Feed and OPML.',
	digests: 'digests',
	newPapers: 'new papers',
	follow: (name: string) => `Subscribe to new papers: ${name}`,
	ended: (slug: string) => `${slug} (ended)`,
	all: 'all feeds',
	outline: {
		digests: 'Digests',
		newPapers: 'New papers',
		questions: 'Standing questions',
		topics: 'Topics',
		systems: 'Named systems',
	},
	/** In a browser that shows the file. */
	note: 'This is a feed. Copy its address into a feed reader to be told what is new.',
};

export const edition = { seenBefore: 'seen before' };

export const card = { topic: 'Topic' };

export const watch = {
	title: 'Standing questions',
	description: (count: number) =>
		`${questions(count)} that the archive asks of every digest, each with a page and a feed, and the searches that you keep in this browser.`,
	about: 'Searches that are run again with every new digest.',
	ofArchive: 'Asked by the archive',
	newestOf: (day: string) => `, the newest from ${day}`,
	question: 'Standing question',
	descriptionOf: (count: number, asked: string) =>
		`${papers(count)} in the archive found by “${asked}”, newest first, with a feed.`,
	foundBy: <Made>(count: number, search: Made): Sentence<Made> => [
		`${papers(count)} found by `,
		search,
		', run again with every new digest',
	],
	perDigest: (name: string) => `Papers on ${name} in each digest`,
	unknown: <Made>(words: readonly string[], quote: Mark<Made>): Sentence<Made> => [
		'No paper has ',
		quote(words.join('”, “')),
		' yet. The first that does will appear here.',
	],
	nothing: 'No paper has been found yet.',
	newest: <Made>(count: number, search: Mark<Made>): Sentence<Made> => [
		`These are the newest ${formatNumber(count)}; `,
		search('the search'),
		' has them all.',
	],
	own: 'Kept in this browser',
	searching: 'Searching …',
	howToKeep: <Made>(search: Mark<Made>): Sentence<Made> => [
		'To be told here what is new for a search of your own, ',
		search('search'),
		' and choose “Keep this search”. It is kept in this browser and sent nowhere.',
	],
};

export const asked = {
	on: (names: readonly string[]) => `on ${names.join(' or ')}`,
	naming: (names: readonly string[]) => `naming ${names.join(' or ')}`,
	withCode: 'with code',
	either: (names: readonly string[]) => names.join(' or '),
};

export const ownSearches = {
	failed: 'The search index could not be loaded. Try again later.',
	since: (count: number, isMore: boolean, day: string) =>
		count === 0
			? `Nothing new since ${day}`
			: `${formatCount(count, 'new paper')}${isMore ? ' or more' : ''} since ${day}`,
};

export const listFilter = {
	papers: 'Filter the papers',
	topics: 'Filter the topics',
	systems: 'Filter the systems',
	namedSystems: 'Filter the named systems',
	further: 'Further names',
};

export const filtered = {
	left: (left: number, all: number, isPart: boolean) =>
		position(left, all) + (isPart ? ' on this page' : ''),
	none: <Made>(typed: string, search: Mark<Made>): Sentence<Made> => [
		`Nothing on this page has “${typed}” in its name. `,
		search('Search for it'),
		'.',
	],
};

export const searchForm = { label: 'Search papers', button: 'Search' };

export const searchPage = {
	title: 'Search',
	description: (count: number) => `Search ${papers(count)} by title and abstract.`,
	openSearch: (site: string) => `Search the papers of ${site}`,
	noScript: <Made>(toPapers: Mark<Made>, toDigests: Mark<Made>): Sentence<Made> => [
		'The search runs in your browser and needs JavaScript. Without it, the ',
		toPapers('list from A to Z'),
		' and the ',
		toDigests('digests'),
		' lead to every paper.',
	],
	box: 'Search papers',
	placeholder: 'Words, a name, a formula',
	completions: 'Systems',
	help: <Made>(count: number, quote: Mark<Made>, strong: Mark<Made>): Sentence<Made> => [
		`Searches the titles and abstracts of ${papers(count)}. `,
		quote('Quoted words'),
		' are found side by side, ',
		strong('-word'),
		' leaves out papers that have it; formulas and names such as O(n²) or C++ are found whole. A system, a topic or a date leads to its page.',
	],
	results: 'Results',
	order: 'Order',
	orders: {
		relevance: 'Most relevant',
		newest: 'Newest first',
		oldest: 'Oldest first',
		digests: 'In most digests',
	},
	goTo: 'Go to',
	keys: {
		focus: 'goes to this box; on any other page, opens the search',
		arrows: 'move through the suggestions, then the results',
		enter: 'opens a result',
		escape: 'goes back to the box',
	},
	keyNames: { control: 'Ctrl K', enter: 'Enter', escape: 'Esc' },
	more: 'More results',
	narrow: 'Narrow the search',
	onlySaved: 'Only my reading list',
	untick: 'Untick all',
};

export const keeping = {
	keep: 'Keep this search',
	kept: 'Kept',
	refused: 'The browser refused to store this',
	failed: 'Not kept: the search index could not be loaded',
};

export const facets = {
	topic: 'Topic',
	system: 'System',
	code: 'Code',
	hasCode: 'Has code',
	year: 'Year',
	month: 'Month',
	digest: 'Digest',
	more: 'More',
	countMore: (count: number) => `${formatNumber(count)} more`,
	fewer: 'Fewer',
};

export const answer = {
	nothing: 'Nothing found.',
	nothingTicked: 'Nothing found for the boxes ticked.',
	/** Papers that have all words, how many have some of them, and which: 2 words, or all but those that none has. */
	partial: (
		complete: number,
		others: number,
		of: 'all' | 'both' | 'other',
		some: 'most' | 'some' | 'one',
	) => {
		const having = complete === 0 ? 'No paper has' : `${papers(complete)} ${have(complete)}`;
		const all = { all: 'all of these words', both: 'both words', other: 'all other words' }[of];
		return `${having} ${all}; ${formatNumber(others)} ${have(others)} ${some} of them.`;
	},
	failed: 'The search index could not be loaded. Check the connection and try again.',
};

export const notes = {
	everyPaper: <Made>(word: Made): Sentence<Made> => ['Nearly every paper has ', word, '.'],
	noPaper: <Made>(word: Made): Sentence<Made> => ['No paper has ', word, '.'],
	nearest: <Made>(word: Made, nearest: readonly (string | Made)[]): Sentence<Made> => [
		'No paper has ',
		word,
		'; nearest: ',
		...nearest,
		'.',
	],
	unquoted: 'Search without quotation marks',
	waysOn: <Made>(
		toTopics: Mark<Made>,
		toDigests: Mark<Made>,
		toPapers: Mark<Made>,
	): Sentence<Made> => [
		'Other ways to a paper: ',
		toTopics('topics'),
		', ',
		toDigests('digests'),
		', ',
		toPapers('all papers from A to Z'),
		'.',
	],
	goTo: 'Go to',
	kinds: {
		paper: 'paper',
		system: 'system',
		topic: 'topic',
		digest: 'digest',
		month: 'month',
		year: 'year',
	},
};

export const result = {
	firstSeen: (day: string) => `First seen ${day}`,
	andMore: (count: number) => ` and ${count} more`,
	asReceived: 'As received: ',
};

export const dialog = {
	title: 'Search',
	close: 'Close',
	suggestions: 'Suggestions',
	forget: 'Forget recent searches',
	placeholder: 'Papers, topics, systems, a date',
	box: 'Search papers, topics and systems',
	topics: 'Topics',
	systems: 'Systems',
	dates: 'Dates',
	papers: 'Papers',
	recent: 'Recent searches',
	all: (query: string) => `All results for “${query}”`,
	nearest: (words: readonly string[]) => `Nearest words: ${words.join(', ')}.`,
	failed: 'The search index could not be loaded.',
};

export const saving = {
	save: 'Save',
	saved: 'Saved',
	markRead: 'Mark as read',
	read: 'Read',
	faults: {
		aside: 'The stored list could not be read; a copy was kept.',
		refused: 'The browser refused to store this.',
	},
};

export const readingList = {
	title: 'Reading list',
	description: 'The papers that you saved in this browser, to read, cite and take with you.',
	about: 'The papers that you saved. The list is kept in this browser and sent nowhere; export it to keep a copy or to move it.',
	noScript:
		'The reading list lives in your browser and needs JavaScript. With it, the star beside a title saves the paper, and this page shows, exports and imports your list. Everything else works without JavaScript.',
	noStorage:
		'Your browser does not store anything for this site, so there is no reading list. It may be set to block cookies and site data. Everything else works.',
	unreadable: 'What could not be read',
	unreadableMore: 'Some of the stored reading list could not be read. It was not overwritten.',
	downloadStored: 'Download the stored data',
	deleteStored: 'Delete the stored data',
	narrow: 'Narrow the list',
	filter: 'Filter by title',
	show: 'Show',
	all: 'All',
	unread: 'Unread',
	read: 'Read',
	papers: 'Saved papers',
	greeting: <Made>(link: Mark<Made>): Sentence<Made> => [
		'Nothing saved yet. Use the star beside a title, on a paper’s page or in a ',
		link('digest'),
		', to save a paper here.',
	],
	exchange: 'Export and import',
	exportBibtex: 'Export BibTeX',
	exportJson: 'Export JSON',
	importJson: 'Import JSON',
	aboutExport:
		'BibTeX contains the papers shown above with their titles and addresses: the list keeps no authors and no year. JSON contains the whole list.',
	aboutImport:
		'Importing a JSON file exported here or in another browser adds its papers to this list and removes none.',
	remove: 'Remove',
	undo: 'Undo',
};

export const savedList = {
	refused: 'The browser refused to store this. Nothing was changed.',
	allRead: 'all read',
	unread: (count: number) => `${formatNumber(count)} unread`,
	shown: (shown: number, all: string) =>
		`${shown === 0 ? 'None' : formatNumber(shown)} shown of ${all}`,
	when: (firstSeen: string, saved: string) => `First seen ${firstSeen}, saved ${saved}`,
	markRead: 'Mark as read',
	read: 'Read',
	removed: (title: string) => `Removed: ${title}`,
	tooLarge: (file: string) => `“${file}” is too large to be a reading list. Nothing was changed.`,
	noList: (file: string) =>
		`“${file}” is not a reading list exported with “Export JSON”. Nothing was changed.`,
	refusedImport: 'The browser refused to store that much. Nothing was changed.',
	imported: (file: string, count: number, fresh: number) =>
		`“${file}”: ${papers(count)}, ${formatNumber(fresh)} of them new to the list.`,
	rejected: (count: number) => ` ${formatCount(count, 'entry', 'entries')} could not be read.`,
};

export const sparkline = (label: string, first: string, last: string, most: string) =>
	`${label}: ${first} at first, ${last} at last, at most ${most}`;

export const trends = {
	title: 'Trends',
	description:
		'The archive in pictures: how many papers are new, which come back, what digests have in common, and how long papers stay.',
	about: 'The archive in pictures, each with its numbers as a table and a file for spreadsheets. A paper printed twice in a digest counts once.',
	pictures: 'Pictures',
	titles: {
		calendar: 'Calendar of digests',
		newcomers: 'Newcomers and returning papers',
		overlap: 'What digests have in common',
		returning: 'The papers that came back most',
		topics: 'Topics over time',
		stays: 'How long papers stay',
		'times-seen': 'How often papers are seen',
	},
	cameBack: 'came back',
	fresh: 'new to the archive',
	none: 'none',
	questions: 'Standing questions',
	questionsMore: 'What share of each digest’s papers each of them finds.',
	numbers: 'The numbers',
	numbersOf: (title: string) => `The numbers of “${title}”`,
	firstRows: (shown: number, all: number) =>
		`The first ${formatCount(shown, 'row')} of ${formatCount(all, 'row')}; the CSV has them all.`,
	csvOf: (title: string) => ` of “${title}”`,
	half: (first: string, last: string, year: string, days: number) =>
		`${first} to ${last} ${year}: digests on ${formatCount(days, 'day')}`,
	share: (name: string) => `Share of ${name}`,
	oneDay: 'One day only',
	days: (from: number, to: number | undefined) => range(from, to, 'day'),
	digests: (from: number, to: number | undefined) => range(from, to, 'digest'),
	columns: {
		day: 'Day',
		days: 'Days, from',
		digest: 'Digest',
		digests: 'Digests',
		digestsFrom: 'Digests, from',
		papers: 'Papers',
		new: 'New',
		returning: 'Seen before',
		later: 'Later digest',
		earlier: 'Earlier digest',
		shared: 'Papers in both',
		title: 'Paper',
		address: 'Address',
		firstSeen: 'First seen',
		lastSeen: 'Last seen',
		to: 'To',
	},
};

/** What the pictures of the trends show, in words. */
export const trendTexts = {
	noDigest: 'There is no digest yet.',
	noPaper: 'There is no paper yet.',
	calendar: (count: number, days: number, first: string, last: string) => {
		const when =
			days === 1 ? `on ${first}` : `on ${formatCount(days, 'day')} from ${first} to ${last}`;
		return `${digests(count)} ${when}. A column is a week, from Monday down to Sunday; the stronger a day’s colour, the more papers it has.`;
	},
	newest: (all: number, digest: string, fresh: number) =>
		`Of the ${papers(all)} of ${digest}, ${formatNumber(fresh)} ${were(fresh)} new to the archive.`,
	newcomers: (fresh: number) =>
		` Of all papers in the digests after the first, ${share(fresh)} were. The digests stand side by side, however far apart in time.`,
	oneDigest: 'It takes two digests to compare.',
	nothingShared: 'No paper has been in two digests yet.',
	overlap: (earlier: string, later: string, shared: number) =>
		`Each square is two digests: the later is named beside its row, the earlier above its column. ${earlier} and ${later} have the most in common: ${papers(shared)}.`,
	newestOnly: (count: number) => ` The picture has the newest ${formatNumber(count)} digests.`,
	nothingBack: 'No paper has come back yet.',
	returning: (back: number, all: number, most: number, of: number) =>
		`${formatNumber(back)} of ${papers(all)} came back, one of them in ${formatNumber(most)} of the ${digests(of)}. Each strip shows all digests, oldest first; those with the paper are marked.`,
	noTopic: 'No paper has been given a topic, so there is nothing to draw.',
	topics: (name: string, count: number) =>
		`The share of each digest’s papers on a topic, all on one scale. ${name} has the most: ${papers(count)}. A paper can have several topics.`,
	stays: (once: number, all: number) =>
		`${formatNumber(once)} of ${papers(all)} (${share(once / all)}) have been seen on one day only; for the others, the days from the first digest that had them to the last.`,
	mayReturn: ' Those of the newest digests may still come back.',
	timesSeen: (often: number, all: number) =>
		`How many papers have been in one digest, in two, and so on. ${formatNumber(often)} of ${formatNumber(all)} (${share(often / all)}) ${were(often)} in three or more.`,
};

function have(count: number): string {
	return count === 1 ? 'has' : 'have';
}

function were(count: number): string {
	return count === 1 ? 'was' : 'were';
}

/** “67%”; “less than 1%” and “over 99%” for what would be rounded to nothing or to all. */
function share(part: number): string {
	if (part > 0 && part < 0.005) return `less than ${formatPercent(0.01)}`;
	return part < 1 && part >= 0.995 ? `over ${formatPercent(0.99)}` : formatPercent(part);
}

/** “7–13 days”, “1 digest”, “10 digests or more” */
function range(from: number, to: number | undefined, one: string): string {
	if (to === undefined) return `${formatCount(from, one)} or more`;
	return from === to ? formatCount(from, one) : `${formatNumber(from)}–${formatCount(to, one)}`;
}
