import { formatCount, formatNumber, formatPercent } from '../format.ts';
import type * as English from './en.ts';

// All words of the interface in German, room by room as in `en.ts`: the types tell what is missing, and what is too much.
// A digest is an “Ausgabe”, a paper a “Paper”, of which there are “Papers”, as the Duden has it; nobody is addressed.

export const papers: typeof English.papers = (count) => formatCount(count, 'Paper', 'Papers');
export const digests: typeof English.digests = (count) => formatCount(count, 'Ausgabe', 'Ausgaben');
export const inDigests: typeof English.inDigests = (count) => `in ${digests(count)}`;
export const names: typeof English.names = (count) => formatCount(count, 'Name', 'Namen');
export const topics: typeof English.topics = (count) => formatCount(count, 'Thema', 'Themen');
export const systems: typeof English.systems = (count) => formatCount(count, 'System', 'Systeme');
export const questions: typeof English.questions = (count) =>
	formatCount(count, 'Dauerfrage', 'Dauerfragen');
export const links: typeof English.links = (count) => formatCount(count, 'Link', 'Links');

export const tally: typeof English.tally = (all, fresh) =>
	`${papers(all)}, ${formatNumber(fresh)} neu`;
export const ordinal: typeof English.ordinal = (number) => `Nr. ${formatNumber(number)}`;
export const stamped: typeof English.stamped = (number) => `Nr. ${number}`;
export const position: typeof English.position = (place, of) =>
	`${formatNumber(place)} von ${formatNumber(of)}`;
export const placeIn: typeof English.placeIn = (place, of) => `Nr. ${position(place, of)}`;
export const part: typeof English.part = (number) =>
	number === 1 ? '' : `, Seite ${formatNumber(number)}`;
export const firstSight: typeof English.firstSight = (day) =>
	`Zuerst gesehen in der Ausgabe vom ${day}`;

export const linkKinds: typeof English.linkKinds = {
	code: 'Code',
	project: 'Projektseite',
	data: 'Datensatz',
	model: 'Modell',
};

export const frame: typeof English.frame = {
	skip: 'Zum Inhalt springen',
	sections: 'Bereiche',
	digests: 'Ausgaben',
	papers: 'Papers',
	topics: 'Themen',
	trends: 'Trends',
	saved: 'Liste',
	about: 'Über',
	keeps: (name) => [
		name,
		' bewahrt jede Ausgabe und jedes Paper unter einer Adresse, die sich nie ändert.',
	],
	promised: 'Was das Archiv verspricht',
	more: 'Mehr vom Archiv',
	systems: 'Systeme',
	code: 'Code und Daten',
	questions: 'Dauerfragen',
	subscribe: 'Abonnieren',
	data: 'Daten',
	keys: (key) => ['Tasten: ', key],
	none: 'Noch keine.',
	partNav: 'Seiten dieser Liste',
	partNavAgain: 'Andere Seiten dieser Liste',
	part: 'Seite',
};

export const theme: typeof English.theme = {
	legend: 'Farben',
	system: 'System',
	light: 'Hell',
	dark: 'Dunkel',
};

export const keys: typeof English.keys = {
	title: 'Tasten',
	next: 'zum nächsten Paper',
	before: 'zum vorigen Paper',
	open: 'Paper öffnen',
	save: 'Paper merken oder von der Liste streichen',
	search: 'suchen',
	help: 'diese Tasten zeigen',
	use: 'Diese Tasten verwenden',
};

export const home: typeof English.home = {
	counts: (all, from) =>
		`${papers(all)} aus ${digests(from)}, jedes auf einer eigenen Seite, unter einer Adresse, die sich nie ändert.`,
	latest: 'Neueste Ausgabe',
	allOfDigest: (all) => `Alle ${papers(all)} dieser Ausgabe`,
	empty: (command) => [
		'Das Archiv ist leer. Die erste Rohdatei nimmt ',
		command('npm run ingest'),
		' auf.',
	],
	allDigests: 'Alle Ausgaben',
	newPerDigest: 'Neue Papers je Ausgabe',
	newInEach: (count) => `Neue Papers in jeder der neuesten ${digests(count)}`,
	allTrends: 'Alle Trends',
	cameBackMost: 'Am häufigsten wiedergekehrt',
	allPapers: 'Alle Papers von A bis Z',
};

export const calendar: typeof English.calendar = {
	title: 'Ausgaben',
	of: (when) => `Ausgaben: ${when}`,
	description: (count) => `Alle ${digests(count)} des Archivs, die neuesten zuerst.`,
	descriptionOf: (count, when) => `${when}: ${digests(count)}, die neuesten zuerst.`,
	everyDay: 'Alle Tage mit einer Ausgabe, der neueste Monat zuerst.',
	empty: 'Noch keine: Das Archiv ist leer.',
	earlierYears: 'Frühere Jahre',
	newest: 'Die neuesten',
	months: 'Monate',
	years: 'Jahre',
};

export const digest: typeof English.digest = {
	title: (digest) => `Ausgabe vom ${digest}`,
	description: (digest, all, fresh) =>
		`Die Papers der Ausgabe vom ${digest}: ${papers(all)}, davon ${formatNumber(fresh)} neu im Archiv.`,
	fresh: (count) => `${formatNumber(count)} neu`,
	cameBack: (count) => `${formatNumber(count)} wieder da`,
	reworded: (count) => `davon ${formatNumber(count)} neu formuliert`,
	others: 'Ausgaben',
	othersAgain: 'Ausgaben, noch einmal',
	map: 'Übersicht dieser Ausgabe',
	jump: 'Zu einem Paper springen',
	marked: (mark) => [mark('Markierte'), ' Papers sind wieder da.'],
	topics: 'Wovon sie handeln',
	allOf: (month) => `Alle Ausgaben: ${month}`,
};

export const entry: typeof English.entry = {
	removed: (link) => ['Das Paper, das hier stand, ', link('wurde entfernt'), '.'],
	cameBack: 'Wieder da',
	cameBackReworded: 'Wieder da, neu formuliert',
};

export const abstract: typeof English.abstract = 'Abstract';

export const paperList: typeof English.paperList = {
	title: 'Papers',
	description: (count) => `Alle ${papers(count)} des Archivs von A bis Z.`,
	byLetter: (count) =>
		`Alle ${papers(count)} des Archivs, nach dem ersten Buchstaben des Titels.`,
	cameBackMost: 'Am häufigsten wiedergekehrt',
	seen: (count) => `In ${digests(count)}`,
	letterNav: 'Papers nach Anfangsbuchstaben',
	paperOf: (count) => (count === 1 ? 'Paper' : 'Papers'),
	otherLetters: 'andere Zeichen',
	letter: (name) => `Papers: ${name}`,
	letterDescription: (count, name) => `${papers(count)}, Anfangsbuchstabe des Titels: ${name}.`,
};

export const code: typeof English.code = {
	title: 'Code und Daten',
	description: (links, count) =>
		`${formatCount(links, 'Repository', 'Repositorys')}, Projektseiten, Datensätze und Modelle aus ${papers(count)} des Archivs.`,
	about: 'Repositorys, Projektseiten, Datensätze und Modelle, die Papers in ihrem Abstract angeben, die neuesten zuerst.',
};

export const paper: typeof English.paper = {
	copy: 'Link kopieren',
	fullPaper: 'Volltext',
	searches: 'Sucht nach dem Titel: Der Feed nennt keinen Link zum Paper selbst.',
	searchesBeside: 'Google Scholar und Semantic Scholar werden nach dem Titel durchsucht.',
	firstSeen: (day) => ['Zuerst gesehen am ', day],
	lastSeen: (day) => ['zuletzt am ', day],
	asReceived: 'Wie empfangen',
	codeAndData: 'Code und Daten',
	seenIn: (count) => `Gesehen in ${digests(count)}`,
	topics: 'Themen',
	systems: 'Systeme',
	related: 'Verwandte Papers',
	shares: 'gemeinsam: ',
	inDigest: (place, digest) => `${place} in der Ausgabe vom ${digest}`,
};

export const colophon: typeof English.colophon = {
	title: 'Kolophon',
	address: 'Adresse',
	name: 'Name',
	text: 'Text',
	place: (digest, place, of, line) => [
		digest,
		`, ${placeIn(place, of)}, Zeile ${formatNumber(line)} der Rohdatei`,
	],
	mistake: 'Fehler melden',
};

export const copied: typeof English.copied = 'Kopiert';

export const received: typeof English.received = {
	title: 'Der Text, wie er empfangen wurde',
	restored: 'Was wiederhergestellt wurde',
	takenAway: 'entfernt',
	madeSpace: 'durch ein Leerzeichen ersetzt',
	became: 'wurde zu',
	times: (count) => `${formatNumber(count)}-mal`,
	rules: {
		formula: 'eine Formel, deren Dollarzeichen und Backslashs weggefallen waren',
		symbol: 'ein griechischer Buchstabe oder ein Zeichen, dessen Backslash weggefallen war',
		'delimited-formula': 'eine Formel, die noch in ihren TeX-Begrenzern stand',
		multiplier: 'ein Malzeichen, von dem „times“ übrig war',
		escape: 'ein Zeichen, das noch für TeX maskiert war',
		command: 'ein TeX-Befehl für ein Zeichen',
		accent: 'ein Buchstabe mit Akzent, in TeX geschrieben',
		macro: 'ein eigener TeX-Befehl der Autoren für einen Namen',
		price: 'ein Preis, dessen Dollarzeichen weggefallen war',
		'character-code': 'ein Zeichen, das als Nummer geschrieben war',
		quotes: 'Anführungszeichen von TeX',
		dash: 'ein Strich von TeX',
		tie: 'ein geschütztes Leerzeichen von TeX',
		'glued-sentence': 'ein fehlendes Leerzeichen zwischen Sätzen',
		emphasis: 'eine Hervorhebung, die als Auszeichnung stehen geblieben war',
		strong: 'eine starke Hervorhebung, die als Auszeichnung stehen geblieben war',
		braces: 'Klammern, die von einem TeX-Befehl übrig waren',
		address: 'eine Adresse',
		'linked-words': 'eine Adresse und ihre Wörter, aneinandergehängt',
		correction: 'von Hand berichtigt',
	},
};

export const changes: typeof English.changes = {
	title: 'Was sich geändert hat',
	wordings: (count, added, removed) => [
		`Dieses Paper erschien in ${formatNumber(count)} Fassungen; oben steht die letzte. `,
		added('Unterstrichenes'),
		' kam hinzu, ',
		removed('Durchgestrichenes'),
		' fiel weg.',
	],
	fromDay: (day, seen) => ['Am ', day, ', gegenüber der Fassung vom ', seen],
	fromDays: (day, first, last) => [
		'Am ',
		day,
		', gegenüber der Fassung vom ',
		first,
		' bis zum ',
		last,
	],
	reworded: (back, day) => ['Seit dem ', day, ' ', back('wieder da, neu formuliert'), '. '],
	retitled: (back, day, title) => [
		'Seit dem ',
		day,
		' ',
		back('wieder da, unter anderem Titel'),
		'; zuvor: ',
		title,
		'. ',
	],
};

export const cite: typeof English.cite = {
	button: 'Zitieren',
	ofPaper: ': dieses Paper',
	noAuthors: 'Der Feed nennt keine Autoren. ',
	wholeDigest: 'Die ganze Ausgabe:',
};

export const citing: typeof English.citing = {
	citation: 'Zitat',
	asPrinted: 'Wie gedruckt',
	copy: 'Kopieren: ',
	copied: (name) => `${name}: kopiert`,
	refused: (name) => `${name}: nicht kopiert`,
	quoted: (title) => `„${title}“`,
	printed: (digest, place) => `wie gedruckt am ${digest}, ${place}`,
	dumpSum: (sum) => `SHA-256 der Rohdatei ${sum}`,
};

export const system: typeof English.system = {
	title: 'Systeme',
	description: (count) =>
		`${systems(count)}, die Papers des Archivs nennen: Modelle, Verfahren, Datensätze und Benchmarks.`,
	about: (introduced) =>
		`Modelle, Verfahren, Datensätze und Benchmarks, die mindestens zwei Papers nennen; ${formatNumber(introduced)} davon stellt ein Paper des Archivs vor. Die Zahl gibt an, wie viele Papers sie jeweils nennen.`,
	letter: (name) => `Systeme: ${name}`,
	letterDescription: (name) => `Systeme, Anfangsbuchstabe: ${name}.`,
	noLetter: '0–9 und andere',
	letterNav: 'Nach Anfangsbuchstaben',
	largest: (count) => `Die ${formatNumber(count)} meistgenannten`,
	descriptionOf: (name, count) => `${name}: genannt in ${papers(count)} des Archivs.`,
	introducedIn: (name, count, title) =>
		`${name}: genannt in ${papers(count)} des Archivs, vorgestellt in „${title}“.`,
	alsoWritten: (others) => `Auch geschrieben: ${others}`,
	introducer: 'Das Paper, das es vorstellt',
	introducedBy: 'Vorgestellt in',
	namedBy: 'Genannt in',
	alsoNamedBy: 'Auch genannt in',
	quoted: 'Die Sätze stammen aus den Abstracts. Zahlen darin sind Angaben der Autoren und werden hier nicht verglichen.',
	seen: 'Gesehen',
	seenIn: (count, day) => [`In ${papers(count)}, zuerst am `, day],
	codeAndData: 'Code und Daten',
	topics: 'Themen',
	namesakes: 'Andere dieses Namens',
};

export const topic: typeof English.topic = {
	title: 'Themen',
	description: (count) =>
		`${topics(count)} der Papers des Archivs: die größten und alle nach Anfangsbuchstaben.`,
	about: (count) =>
		`${topics(count)}, unter denen Papers zu finden sind. Die Zahl gibt an, wie viele es jeweils sind.`,
	largest: 'Größte',
	of: (name) => `Thema: ${name}`,
	descriptionOf: (name, count) =>
		`${papers(count)} des Archivs zum Thema ${name}, danach geordnet, wann sie zuerst gesehen wurden, mit verwandten Themen.`,
	ofPeriod: (name, when) => `Thema: ${name}, ${when}`,
	descriptionOfPeriod: (name, when, count) =>
		`${when}: ${papers(count)} des Archivs zum Thema ${name}, zuerst gesehen in dieser Zeit, die neuesten zuerst.`,
	heading: (name) => ['Thema: ', name],
	seenIn: (count, when) => `${papers(count)}, zuerst gesehen: ${when}`,
	firstSeenIn: (when) => `Zuerst gesehen: ${when}`,
	newOn: (day) => `Neu am ${day}`,
	byMonth: 'Nach Monaten',
	byYear: 'Nach Jahren',
	related: 'Verwandte Themen',
	onBoth: (count) => `${papers(count)} zu beiden`,
	onBothNote: 'Die Zahl gibt an, wie viele Papers von beiden Themen handeln.',
	perDigest: (name) => `Papers zum Thema ${name} in jeder Ausgabe`,
	perMonth: (name) => `Papers zum Thema ${name} in jedem Monat`,
	inEachDigest: 'In jeder Ausgabe',
	inEachMonth: 'In jedem Monat',
	digest: 'Ausgabe',
	month: 'Monat',
	papers: 'Papers',
};

export const tombstone: typeof English.tombstone = {
	when: 'Wann',
	why: 'Warum',
	where: 'Wo es zu sehen war',
	paper: 'Paper',
	paperTitle: (id) => `Paper ${id}`,
	moved: 'Dieses Paper ist dasselbe wie ein anderes',
	movedTo: (link) => [
		'Es hat sich als das Paper ',
		link,
		' erwiesen; dort steht alles, was hier stand.',
	],
	removed: 'Dieses Paper wurde entfernt',
	removedDescription: (id) =>
		`Das Paper ${id} wurde aus dem Archiv entfernt. Hier steht, wann und warum.`,
	addressStays:
		'Sein Titel und sein Abstract werden nicht mehr gezeigt. Seine Adresse bleibt und wird nie die eines anderen Papers.',
	withdrawn: 'Diese Ausgabe wurde zurückgezogen',
	withdrawnDescription: (digest) =>
		`Die Ausgabe vom ${digest} wurde zurückgezogen. Hier steht, wann und warum.`,
	papersStay:
		'Papers, die auch in anderen Ausgaben stehen, behalten ihre Seiten. Diese Adresse wird nie die einer anderen Ausgabe.',
};

export const gone: typeof English.gone = {
	system: 'System',
	systemTitle: (slug) => `System ${slug}`,
	systemMoved: 'Dieser Name wird jetzt anders gelesen',
	systemMovedTo: (link) => ['Sein Paper stellt ', link, ' vor; dort ist alles zu finden.'],
	systemMovedDescription: (slug, name) => `Das System ${slug} heißt jetzt ${name}.`,
	systemGone: 'Kein Paper nennt dieses System',
	systemGoneMore: (link) => [
		'Die Papers, die es nannten, wurden entfernt oder werden jetzt anders gelesen. Diese Adresse bekommt nie ein anderes System. Hier stehen ',
		link('alle Systeme'),
		'.',
	],
	systemGoneDescription: (slug) => `Kein Paper des Archivs nennt das System ${slug} noch.`,
	topic: 'Thema',
	topicTitle: (slug) => `Thema ${slug}`,
	topicMoved: 'Dieses Thema heißt jetzt anders',
	topicMovedTo: (link) => [
		'Es gehört jetzt zu ',
		link,
		'; dort sind auch seine Papers zu finden.',
	],
	topicMovedDescription: (slug, name) => `Das Thema ${slug} heißt jetzt ${name}.`,
	topicGone: 'Das ist kein Thema mehr',
	topicGoneMore: (link) => [
		'Kein Paper handelt noch davon, oder es zählt nicht mehr zu den Themen des Archivs. Diese Adresse bekommt nie ein anderes Thema. Hier stehen ',
		link('alle Themen'),
		'.',
	],
	topicGoneDescription: (slug) =>
		`${slug} ist kein Thema des Archivs mehr. Diese Seite nennt ähnliche Themen.`,
	topicPeriodDescription: (slug) =>
		`Die Papers, die unter ${slug} standen, sind jetzt unter anderen Themen des Archivs zu finden.`,
	similar: 'Ähnliche Themen',
	question: 'Dauerfrage',
	questionTitle: (slug) => `Dauerfrage ${slug}`,
	questionEnded: 'Diese Frage wird nicht mehr gestellt',
	questionEndedMore: (search, others) => [
		'Das Archiv sucht nicht mehr danach. Die gefundenen Papers sind alle noch da: ',
		search('zur Suche'),
		' oder zu den ',
		others('Fragen, die jetzt gestellt werden'),
		'. Diese Adresse bekommt nie eine andere Frage.',
	],
	questionEndedDescription: (slug) => `Die Frage ${slug} wird nicht mehr gestellt.`,
};

export const notFound: typeof English.notFound = {
	title: 'Nicht gefunden',
	heading: 'Unter dieser Adresse gibt es keine Seite',
	description: 'Unter dieser Adresse gibt es keine Seite.',
	waysOn: (toDigests, toPapers) => [
		'Adressen ändern sich hier nicht; wahrscheinlich ist diese abgeschnitten oder enthält einen Tippfehler. Vielleicht ist das Paper über seinen Titel zu finden, in den ',
		toDigests('Ausgaben'),
		' oder in der ',
		toPapers('Liste von A bis Z'),
		'.',
	],
};

export const offline: typeof English.offline = {
	title: 'Ohne Netz',
	description: 'Was ohne Netz statt der Seiten erscheint, die noch nicht gelesen wurden.',
	heading: 'Diese Seite ist auf dem Gerät nicht vorhanden',
	waysOn: (name, toList, toSearch) => [
		`Es besteht keine Verbindung zu ${name}. Hier sind nur Seiten, die schon gelesen wurden, und zwar in ihrem damaligen Stand. Auch die `,
		toList('Leseliste'),
		' liegt im Browser, und die ',
		toSearch('Suche'),
		' findet, was sie schon einmal geholt hat.',
	],
	kept: 'Seiten auf diesem Gerät',
};

export const about: typeof English.about = {
	title: 'Über dieses Archiv',
	description: 'Was dieses Archiv ist, was es verspricht und woher seine Texte stammen.',
};

export const data: typeof English.data = {
	title: 'Daten',
	description:
		'Das ganze Archiv als Dateien: JSON Lines, CSV, Parquet und SQLite, mit Schemata und der Zusage, dass sie beständig bleiben.',
	setName: (site) => `${site}: das Archiv als Daten`,
	setDescription: (site) => `${site} Titel, Abstracts, Ausgaben, Systeme und Themen als Dateien.`,
};

export const feeds: typeof English.feeds = {
	title: 'Feeds',
	description:
		'Dem Archiv, einem Thema oder einem System im Feedreader folgen: Atom, JSON Feed und OPML.',
	digests: 'Ausgaben',
	newPapers: 'neue Papers',
	follow: (name) => `Neue Papers abonnieren: ${name}`,
	ended: (slug) => `${slug} (beendet)`,
	all: 'alle Feeds',
	outline: {
		digests: 'Ausgaben',
		newPapers: 'Neue Papers',
		questions: 'Dauerfragen',
		topics: 'Themen',
		systems: 'Systeme',
	},
	note: 'Dies ist ein Feed. Ein Feedreader, der seine Adresse kennt, meldet, was neu ist.',
};

export const edition: typeof English.edition = { seenBefore: 'schon einmal gesehen' };

export const card: typeof English.card = { topic: 'Thema' };

export const watch: typeof English.watch = {
	title: 'Dauerfragen',
	description: (count) =>
		`${questions(count)}, die das Archiv jeder Ausgabe stellt, jede mit Seite und Feed, und die in diesem Browser gemerkten Suchen.`,
	about: 'Suchen, die mit jeder neuen Ausgabe wiederholt werden.',
	ofArchive: 'Vom Archiv gestellt',
	newestOf: (day) => `, das neueste vom ${day}`,
	question: 'Dauerfrage',
	descriptionOf: (count, asked) =>
		`${papers(count)} des Archivs, gefunden mit „${asked}“, die neuesten zuerst, mit Feed.`,
	foundBy: (count, search) => [
		`${papers(count)}, gefunden mit `,
		search,
		', mit jeder neuen Ausgabe wiederholt',
	],
	perDigest: (name) => `Papers zu ${name} in jeder Ausgabe`,
	unknown: (words, quote) => [
		'Noch kein Paper enthält ',
		quote(words.join('“, „')),
		'. Das erste erscheint hier.',
	],
	nothing: 'Noch kein Paper gefunden.',
	newest: (count, search) => [
		`Das sind die neuesten ${formatNumber(count)}; `,
		search('die Suche'),
		' zeigt alle.',
	],
	own: 'In diesem Browser gemerkt',
	searching: 'Die Suche läuft …',
	howToKeep: (search) => [
		'Was zu einer eigenen Suche neu ist, steht hier, wenn sie mit „Suche merken“ gemerkt wurde: auf der ',
		search('Suchseite'),
		'. Sie bleibt in diesem Browser und wird nirgendwohin gesendet.',
	],
};

export const asked: typeof English.asked = {
	on: (names) => `zum Thema ${names.join(' oder ')}`,
	naming: (names) => `mit ${names.join(' oder ')}`,
	withCode: 'mit Code',
	either: (names) => names.join(' oder '),
};

export const ownSearches: typeof English.ownSearches = {
	failed: 'Der Suchindex ließ sich nicht laden. Bitte später noch einmal versuchen.',
	since: (count, isMore, day) =>
		count === 0
			? `Nichts Neues seit dem ${day}`
			: `${formatCount(count, 'neues Paper', 'neue Papers')}${isMore ? ' oder mehr' : ''} seit dem ${day}`,
};

export const listFilter: typeof English.listFilter = {
	papers: 'Papers filtern',
	topics: 'Themen filtern',
	systems: 'Systeme filtern',
	namedSystems: 'Systeme filtern',
	further: 'Weitere Namen',
};

export const filtered: typeof English.filtered = {
	left: (left, all, isPart) => position(left, all) + (isPart ? ' auf dieser Seite' : ''),
	none: (typed, search) => [
		`Nichts auf dieser Seite trägt „${typed}“ im Namen. `,
		search('Danach suchen'),
		'.',
	],
};

export const searchForm: typeof English.searchForm = { label: 'Papers suchen', button: 'Suchen' };

export const searchPage: typeof English.searchPage = {
	title: 'Suche',
	description: (count) => `${papers(count)} nach Titel und Abstract durchsuchen.`,
	openSearch: (site) => `Die Papers von ${site} durchsuchen`,
	noScript: (toPapers, toDigests) => [
		'Die Suche läuft im Browser und braucht JavaScript. Ohne JavaScript führen die ',
		toPapers('Liste von A bis Z'),
		' und die ',
		toDigests('Ausgaben'),
		' zu jedem Paper.',
	],
	box: 'Papers suchen',
	placeholder: 'Wörter, Name, Formel',
	completions: 'Systeme',
	help: (count, quote, strong) => [
		`Durchsucht Titel und Abstracts von ${papers(count)}. `,
		quote('Wörter in Anführungszeichen'),
		' werden nebeneinander gefunden, ',
		strong('-Wort'),
		' schließt Papers aus, die es enthalten; Formeln und Namen wie O(n²) oder C++ werden als Ganzes gefunden. Ein System, ein Thema oder ein Datum führt zu seiner Seite.',
	],
	results: 'Ergebnisse',
	order: 'Reihenfolge',
	orders: {
		relevance: 'Beste Treffer',
		newest: 'Neueste zuerst',
		oldest: 'Älteste zuerst',
		digests: 'In den meisten Ausgaben',
	},
	goTo: 'Weiter zu',
	keys: {
		focus: 'springt in dieses Feld; auf jeder anderen Seite öffnet sich die Suche',
		arrows: 'gehen durch die Vorschläge, dann durch die Ergebnisse',
		enter: 'öffnet ein Ergebnis',
		escape: 'führt zurück ins Feld',
	},
	keyNames: { control: 'Strg K', enter: 'Eingabe', escape: 'Esc' },
	more: 'Weitere Ergebnisse',
	narrow: 'Suche eingrenzen',
	onlySaved: 'Nur meine Leseliste',
	untick: 'Auswahl aufheben',
};

export const keeping: typeof English.keeping = {
	keep: 'Suche merken',
	kept: 'Gemerkt',
	refused: 'Der Browser speichert das nicht',
	failed: 'Nicht gemerkt: Der Index ließ sich nicht laden',
};

export const facets: typeof English.facets = {
	topic: 'Thema',
	system: 'System',
	code: 'Code',
	hasCode: 'Mit Code',
	year: 'Jahr',
	month: 'Monat',
	digest: 'Ausgabe',
	more: 'Mehr',
	countMore: (count) => `${formatNumber(count)} weitere`,
	fewer: 'Weniger',
};

export const answer: typeof English.answer = {
	nothing: 'Nichts gefunden.',
	nothingTicked: 'Mit dieser Auswahl wurde nichts gefunden.',
	partial: (complete, others, of, some) => {
		const having =
			complete === 0 ? 'Kein Paper enthält' : `${papers(complete)} ${contain(complete)}`;
		const all = { all: 'alle Wörter', both: 'beide Wörter', other: 'alle anderen Wörter' }[of];
		const part = { most: 'die meisten', some: 'einige', one: 'eines' }[some];
		return `${having} ${all}; ${formatNumber(others)} ${contain(others)} ${part} davon.`;
	},
	failed: 'Der Suchindex ließ sich nicht laden. Bitte die Verbindung prüfen und noch einmal versuchen.',
};

export const notes: typeof English.notes = {
	everyPaper: (word) => ['Fast jedes Paper enthält ', word, '.'],
	noPaper: (word) => ['Kein Paper enthält ', word, '.'],
	nearest: (word, nearest) => ['Kein Paper enthält ', word, '; ähnlich sind: ', ...nearest, '.'],
	unquoted: 'Ohne Anführungszeichen suchen',
	waysOn: (toTopics, toDigests, toPapers) => [
		'Andere Wege zu einem Paper: ',
		toTopics('Themen'),
		', ',
		toDigests('Ausgaben'),
		', ',
		toPapers('alle Papers von A bis Z'),
		'.',
	],
	goTo: 'Weiter zu:',
	kinds: {
		paper: 'Paper',
		system: 'System',
		topic: 'Thema',
		digest: 'Ausgabe',
		month: 'Monat',
		year: 'Jahr',
	},
};

export const result: typeof English.result = {
	firstSeen: (day) => `Zuerst gesehen am ${day}`,
	andMore: (count) => ` und ${count} weitere`,
	asReceived: 'Wie empfangen: ',
};

export const dialog: typeof English.dialog = {
	title: 'Suche',
	close: 'Schließen',
	suggestions: 'Vorschläge',
	forget: 'Letzte Suchen vergessen',
	placeholder: 'Papers, Themen, Systeme, ein Datum',
	box: 'Papers, Themen und Systeme suchen',
	topics: 'Themen',
	systems: 'Systeme',
	dates: 'Daten',
	papers: 'Papers',
	recent: 'Letzte Suchen',
	all: (query) => `Alle Ergebnisse für „${query}“`,
	nearest: (words) => `Ähnliche Wörter: ${words.join(', ')}.`,
	failed: 'Der Suchindex ließ sich nicht laden.',
};

export const saving: typeof English.saving = {
	save: 'Merken',
	saved: 'Gemerkt',
	markRead: 'Als gelesen markieren',
	read: 'Gelesen',
	faults: {
		aside: 'Die gespeicherte Liste war nicht lesbar; eine Kopie wurde behalten.',
		refused: 'Der Browser speichert das nicht.',
	},
};

export const readingList: typeof English.readingList = {
	title: 'Leseliste',
	description: 'Die in diesem Browser gemerkten Papers: zum Lesen, Zitieren und Mitnehmen.',
	about: 'Die gemerkten Papers. Die Liste bleibt in diesem Browser und wird nirgendwohin gesendet; exportiert lässt sie sich sichern oder mitnehmen.',
	noScript:
		'Die Leseliste liegt im Browser und braucht JavaScript. Damit setzt ein Klick auf den Stern neben einem Titel das Paper auf die Liste, und diese Seite zeigt, exportiert und importiert die Liste. Alles andere geht auch ohne JavaScript.',
	noStorage:
		'Der Browser speichert nichts für diese Website, also gibt es keine Leseliste. Vielleicht sind Cookies und Websitedaten gesperrt. Alles andere funktioniert.',
	unreadable: 'Was nicht lesbar war',
	unreadableMore:
		'Ein Teil der gespeicherten Leseliste war nicht lesbar. Er wurde nicht überschrieben.',
	downloadStored: 'Gespeicherte Daten herunterladen',
	deleteStored: 'Gespeicherte Daten löschen',
	narrow: 'Liste eingrenzen',
	filter: 'Nach Titel filtern',
	show: 'Anzeigen',
	all: 'Alle',
	unread: 'Ungelesen',
	read: 'Gelesen',
	papers: 'Gemerkte Papers',
	greeting: (link) => [
		'Noch nichts gemerkt. Ein Klick auf den Stern neben einem Titel, auf der Seite eines Papers oder in einer ',
		link('Ausgabe'),
		', setzt das Paper auf diese Liste.',
	],
	exchange: 'Export und Import',
	exportBibtex: 'BibTeX exportieren',
	exportJson: 'JSON exportieren',
	importJson: 'JSON importieren',
	aboutExport:
		'BibTeX enthält die oben gezeigten Papers mit Titel und Adresse; Autoren und Jahr merkt sich die Liste nicht. JSON enthält die ganze Liste.',
	aboutImport:
		'Der Import einer hier oder in einem anderen Browser exportierten JSON-Datei fügt deren Papers dieser Liste hinzu und entfernt keine.',
	remove: 'Entfernen',
	undo: 'Rückgängig',
};

export const savedList: typeof English.savedList = {
	refused: 'Der Browser speichert das nicht. Nichts wurde geändert.',
	allRead: 'alle gelesen',
	unread: (count) => `${formatNumber(count)} ungelesen`,
	shown: (shown, all) => `${shown === 0 ? 'Keines' : formatNumber(shown)} gezeigt von: ${all}`,
	when: (firstSeen, saved) => `Zuerst gesehen am ${firstSeen}, gemerkt am ${saved}`,
	markRead: 'Als gelesen markieren',
	read: 'Gelesen',
	removed: (title) => `Entfernt: ${title}`,
	tooLarge: (file) => `„${file}“ ist zu groß für eine Leseliste. Nichts wurde geändert.`,
	noList: (file) =>
		`„${file}“ ist keine mit „JSON exportieren“ gespeicherte Leseliste. Nichts wurde geändert.`,
	refusedImport: 'Der Browser speichert nicht so viel. Nichts wurde geändert.',
	imported: (file, count, fresh) =>
		`„${file}“: ${papers(count)}, davon ${formatNumber(fresh)} neu auf der Liste.`,
	rejected: (count) => ` ${formatCount(count, 'Eintrag war', 'Einträge waren')} nicht lesbar.`,
};

export const sparkline: typeof English.sparkline = (label, first, last, most) =>
	`${label}: zuerst ${first}, zuletzt ${last}, höchstens ${most}`;

export const trends: typeof English.trends = {
	title: 'Trends',
	description:
		'Das Archiv in Bildern: wie viele Papers neu sind, welche wiederkehren, was Ausgaben gemeinsam haben und wie lange Papers bleiben.',
	about: 'Das Archiv in Bildern. Unter jedem stehen seine Zahlen, als Tabelle und als Datei für Tabellenprogramme. Ein Paper, das in einer Ausgabe zweimal steht, zählt einmal.',
	pictures: 'Bilder',
	titles: {
		calendar: 'Kalender der Ausgaben',
		newcomers: 'Neue und wiederkehrende Papers',
		overlap: 'Was Ausgaben gemeinsam haben',
		returning: 'Die am häufigsten wiedergekehrten Papers',
		topics: 'Themen im Lauf der Zeit',
		stays: 'Wie lange Papers bleiben',
		'times-seen': 'Wie oft Papers zu sehen waren',
	},
	cameBack: 'wieder da',
	fresh: 'neu im Archiv',
	none: 'keine',
	questions: 'Dauerfragen',
	questionsMore: 'Welchen Anteil der Papers jeder Ausgabe jede von ihnen findet.',
	numbers: 'Die Zahlen',
	numbersOf: (title) => `Die Zahlen zu „${title}“`,
	firstRows: (shown, all) =>
		`Die ersten ${formatNumber(shown)} von ${formatCount(all, 'Zeile', 'Zeilen')}; die CSV-Datei enthält alle.`,
	csvOf: (title) => ` zu „${title}“`,
	half: (first, last, year, days) =>
		`${first} bis ${last} ${year}: Ausgaben an ${formatCount(days, 'Tag', 'Tagen')}`,
	share: (name) => `Anteil von ${name}`,
	oneDay: 'Nur ein Tag',
	days: (from, to) => range(from, to, 'Tag', 'Tage'),
	digests: (from, to) => range(from, to, 'Ausgabe', 'Ausgaben'),
	columns: {
		day: 'Tag',
		days: 'Tage, von',
		digest: 'Ausgabe',
		digests: 'Ausgaben',
		digestsFrom: 'Ausgaben, von',
		papers: 'Papers',
		new: 'Neu',
		returning: 'Schon gesehen',
		later: 'Spätere Ausgabe',
		earlier: 'Frühere Ausgabe',
		shared: 'Papers in beiden',
		title: 'Paper',
		address: 'Adresse',
		firstSeen: 'Zuerst gesehen',
		lastSeen: 'Zuletzt gesehen',
		to: 'Bis',
	},
};

export const trendTexts: typeof English.trendTexts = {
	noDigest: 'Es gibt noch keine Ausgabe.',
	noPaper: 'Es gibt noch kein Paper.',
	calendar: (count, days, first, last) => {
		const when =
			days === 1
				? `am ${first}`
				: `an ${formatCount(days, 'Tag', 'Tagen')} vom ${first} bis zum ${last}`;
		return `${digests(count)} ${when}. Eine Spalte ist eine Woche, oben der Montag, unten der Sonntag; je kräftiger die Farbe eines Tages, desto mehr Papers hat er.`;
	},
	newest: (all, digest, fresh) =>
		`Von den ${papers(all)} der Ausgabe vom ${digest} ${were(fresh)} ${formatNumber(fresh)} neu im Archiv.`,
	newcomers: (fresh) =>
		` Von allen Papers in den Ausgaben nach der ersten waren es ${share(fresh)}. Die Ausgaben stehen nebeneinander, unabhängig davon, wie viel Zeit zwischen ihnen liegt.`,
	oneDigest: 'Zum Vergleichen braucht es zwei Ausgaben.',
	nothingShared: 'Noch kein Paper stand in zwei Ausgaben.',
	overlap: (earlier, later, shared) =>
		`Jedes Quadrat steht für zwei Ausgaben: Die spätere steht neben seiner Zeile, die frühere über seiner Spalte. Am meisten gemeinsam haben die vom ${earlier} und die vom ${later}: ${papers(shared)}.`,
	newestOnly: (count) => ` Das Bild zeigt die neuesten ${formatNumber(count)} Ausgaben.`,
	nothingBack: 'Noch kein Paper ist wiedergekehrt.',
	returning: (back, all, most, of) =>
		`Von ${papers(all)} ${back === 1 ? 'kehrte 1' : `kehrten ${formatNumber(back)}`} wieder, das häufigste in ${formatNumber(most)} der ${digests(of)}. Jeder Streifen zeigt alle Ausgaben, die ältesten zuerst; markiert sind die, in denen das Paper stand.`,
	noTopic: 'Noch hat kein Paper ein Thema, also gibt es nichts zu zeichnen.',
	topics: (name, count) =>
		`Der Anteil eines Themas an den Papers jeder Ausgabe, alle im selben Maßstab. Am meisten hat ${name}: ${papers(count)}. Ein Paper kann mehrere Themen haben.`,
	stays: (once, all) =>
		`${formatNumber(once)} von ${papers(all)} (${share(once / all)}) waren nur an einem Tag zu sehen; bei den anderen zählen die Tage von der ersten Ausgabe, in der sie standen, bis zur letzten.`,
	mayReturn: ' Die der neuesten Ausgaben können noch wiederkehren.',
	timesSeen: (often, all) =>
		`Wie viele Papers in einer Ausgabe standen, in zweien und so weiter. In drei oder mehr ${were(often)} es ${formatNumber(often)} von ${formatNumber(all)} (${share(often / all)}).`,
};

function contain(count: number): string {
	return count === 1 ? 'enthält' : 'enthalten';
}

function were(count: number): string {
	return count === 1 ? 'war' : 'waren';
}

/** “67 %”; “weniger als 1 %” and “über 99 %” for what would be rounded to nothing or to all. */
function share(part: number): string {
	if (part > 0 && part < 0.005) return `weniger als ${formatPercent(0.01)}`;
	return part < 1 && part >= 0.995 ? `über ${formatPercent(0.99)}` : formatPercent(part);
}

/** “7–13 Tage”, “1 Ausgabe”, “10 Ausgaben oder mehr” */
function range(from: number, to: number | undefined, one: string, many: string): string {
	if (to === undefined) return `${formatCount(from, one, many)} oder mehr`;
	return from === to
		? formatCount(from, one, many)
		: `${formatNumber(from)}–${formatCount(to, one, many)}`;
}
