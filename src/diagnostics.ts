import { VFileMessage } from 'vfile-message';
import type { VFile } from 'vfile';

/** Place in a dump, line and column counted from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

interface Diagnostic {
	/** `error` refuses the file; `warning` accepts it. */
	readonly severity: 'error' | 'warning';
	/** `{found}` stands for what was found, `{expected}` for what should be there. */
	readonly reason: string;
	/** How to fix it, and what state things are in. */
	readonly note: string;
	/** What it means and why it is so, for `docs/messages.md`. */
	readonly about: string;
}

const untouched = 'Nothing was written.';
const fromGit = 'Restore it from version control.';
const wholeRegister =
	'Restore `content/register.jsonl` from version control; or run `npm run ingest -- --repair`, which finds it there, ' +
	'or at the site if you name it (`--published SITE`), and adds what it lacks.';
const repair =
	'If two branches were merged, `npm run ingest -- --repair` brings both sides together.';

/**
 * Everything that is said about content. The names are permanent; `docs/messages.md` is generated
 * from this table.
 */
export const diagnostics = {
	'more-of-it': {
		severity: 'error',
		reason: 'More than 25 {found}s in one file',
		note: 'The rest are not listed. Fix these first.',
		about: 'After 25 errors, or 25 warnings, the others in the same file are left out.',
	},
	'empty-file': {
		severity: 'error',
		reason: 'Unexpected empty file, expected a dump',
		note: `Copy the whole page of the feed into the file again. ${untouched}`,
		about: 'The file holds nothing but blank lines. The page was probably not copied.',
	},
	'too-large': {
		severity: 'error',
		reason: 'Unexpected size of {found}, expected at most 16 MB',
		note: `A dump holds some 50 to 140 papers. Split the file by day. ${untouched}`,
		about: 'A dump takes 100 to 300 KB. A file of more than 16 MB is not a dump and is not read at all.',
	},
	'not-a-file': {
		severity: 'error',
		reason: 'Unexpected {found}, expected a regular file',
		note: `Pass the file itself. ${untouched}`,
		about: 'A link, a folder or a device was passed, or stands in the place of a file of `content/`. Links are not followed, because what they point to can change.',
	},
	'not-a-folder': {
		severity: 'error',
		reason: 'Unexpected {found}, expected a folder',
		note: `Put the folder itself in its place. ${untouched}`,
		about: 'A link, a file or a device stands where `content/dumps/` should be. Links are not followed, because what they point to can change.',
	},
	'invalid-utf-8': {
		severity: 'error',
		reason: 'Unexpected bytes `{found}`, expected UTF-8',
		note: `Save the file as UTF-8 (in most editors: “Save with encoding”). ${untouched}`,
		about: 'The first bytes that are not UTF-8 are shown with their line and column. Other encodings (UTF-16, Latin-1) are never guessed, because a wrong guess would be kept.',
	},
	'damaged-file': {
		severity: 'error',
		reason: 'Unexpected {found}, expected text',
		note: `${fromGit} ${untouched}`,
		about: 'A file of `content/` holds NUL characters, as a full or broken disk leaves them. Nothing of it is read.',
	},
	'binary-file': {
		severity: 'error',
		reason: 'Unexpected {found}, expected a dump in plain text',
		note: `Save the page of the feed as plain text. ${untouched}`,
		about: 'The file begins like an image, an archive or another binary file.',
	},
	'html-file': {
		severity: 'error',
		reason: 'Unexpected HTML `{found}`, expected a dump in plain text',
		note: `Copy the text of the page, not its source. ${untouched}`,
		about: 'The source of the page was saved instead of its text.',
	},
	'json-file': {
		severity: 'error',
		reason: 'Unexpected JSON `{found}`, expected a dump in plain text, or the feed’s list of a day',
		note: `Save the page of the feed as plain text, or get the day with \`npm run fetch\`. ${untouched}`,
		about: 'Some other API response was saved. The feed’s own list of a day begins with `[{` and is read.',
	},
	'invalid-json': {
		severity: 'error',
		reason: 'Unexpected `{found}`, where the file stops being JSON',
		note: `It was cut off, or edited. Get the day again with \`npm run fetch\`. ${untouched}`,
		about: 'A file that begins like the feed’s own list of a day is no JSON. The place is the first character that cannot stand there; where it is the end of the file, the rest is missing.',
	},
	'unexpected-field': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected {expected}',
		note:
			'Of each entry of the feed’s list, `paper` must have `id`, `title` and `summary`; what else is read may be missing, ' +
			`but not be of another kind. Get the day again with \`npm run fetch\`. ${untouched}`,
		about: 'The feed’s own list of a day is not as it was. What follows “at” is a JSON pointer: `/3/paper/id` is the `id` in `paper` of the fourth entry. If the feed itself changed, the schema in `src/parse/feed-list/` has to follow.',
	},
	'empty-list': {
		severity: 'error',
		reason: 'The feed’s list has no entries',
		note: `The feed showed nothing on that day, or nothing yet. ${untouched}`,
		about: 'The feed’s own list of a day is empty, as on many weekends. There is nothing to archive.',
	},
	'unusable-address': {
		severity: 'warning',
		reason: 'Unusable address `{found}`, expected one that begins with `https://` or `http://`',
		note: 'The paper was accepted without it.',
		about: 'People type the addresses of repositories and project pages into the feed, and this one is none. It stays in the dump, and is not shown.',
	},
	'missing-day': {
		severity: 'error',
		reason: 'Nothing says of which day the list is',
		note: `Name the file by its day (\`2026-04-28.json\`), or get it with \`npm run fetch\`. ${untouched}`,
		about: 'Before 2026 the feed’s own list does not say its day, and the days on which its papers appeared are others. The clock and the file’s timestamp are never asked.',
	},
	'second-dump': {
		severity: 'error',
		reason: 'Unexpected second dump of `{found}`, expected one',
		note: 'If two branches were merged, `npm run ingest -- --repair` gives one of them another name. Otherwise delete the one that the manifest does not have.',
		about: '`content/dumps/` holds one dump in plain text and one in JSON that are named alike. A digest has one dump; a second one of a day has a number.',
	},
	'lfs-pointer': {
		severity: 'error',
		reason: 'Unexpected Git LFS pointer `{found}`, expected the dump itself',
		note: `Run \`git lfs pull\`, or copy the file from its source. ${untouched}`,
		about: 'Git LFS left its pointer where the file should be.',
	},
	'merge-conflict': {
		severity: 'error',
		reason: 'Unexpected conflict marker `{found}`, expected a dump as it came',
		note: `Keep one side as it was; dumps are never merged. ${untouched}`,
		about: 'The file contains Git’s conflict markers; each is reported with its line.',
	},
	'error-page': {
		severity: 'error',
		reason: 'Unexpected error page `{found}`, expected a dump',
		note: `The server did not return the feed. Fetch it again. ${untouched}`,
		about: 'What was saved is a server’s error, such as `404: Not Found`.',
	},
	'unsafe-file-name': {
		severity: 'error',
		reason: 'Unexpected file name `{found}`, expected printable characters',
		note: `Rename the file. ${untouched}`,
		about: 'The name contains control or bidirectional characters, which could write to a terminal or make the name look like another.',
	},
	'not-text': {
		severity: 'error',
		reason: 'Unexpected {found}, expected text',
		note: `Save the page of the feed as plain text. ${untouched}`,
		about: 'A NUL character means that this is a binary file, or text in another encoding.',
	},
	'wrong-header': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected the header block',
		note:
			'A dump begins with five blocks separated by blank lines: `new`, `Get trending papers in your email inbox!`, ' +
			`\`Subscribe\`, \`byAK and the research community\`, and the date. Restore them. ${untouched}`,
		about: 'All five header blocks must be there, in order. If a block were missing or added before the first title, every title would be read as an abstract.',
	},
	'missing-date': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a date such as `Mar 11`',
		note: `The fifth block of a dump is its date. Restore it. ${untouched}`,
		about: 'The fifth block must be a date: `Mar 11`, `March 11`, `MAR 11`, `Mar 11, 2025` or `2025-03-11`. Ranges and names in other languages are not read.',
	},
	'impossible-date': {
		severity: 'error',
		reason: 'Unexpected date `{found}`, expected a day of the calendar',
		note: `Correct the date block, or the year you gave. ${untouched}`,
		about: 'There is no such day: `Feb 30`, or `Feb 29` in a year that is not a leap year.',
	},
	'missing-year': {
		severity: 'error',
		reason: 'No year for the date `{found}`',
		note:
			'Give it with `--year YYYY`, or name the file by its date (`2025-03-11.txt`). ' +
			`It is never taken from the clock. ${untouched}`,
		about: 'Neither `--year`, nor the file name, nor the date block gives the year. The clock, the file’s timestamp and the checkout are never asked: they tell when somebody worked, not when the feed appeared.',
	},
	'date-conflict': {
		severity: 'error',
		reason: 'The date `{found}` contradicts the file name or `--year`',
		note: `Correct whichever is wrong: the date block, the file name or \`--year\`. ${untouched}`,
		about: '`--year`, the file name and the date block disagree. One of them is wrong, and only a person can tell which.',
	},
	'day-before-month': {
		severity: 'warning',
		reason: 'Unexpected order in date `{found}`, expected the month first',
		note: 'It was read as that day of that month.',
		about: '`11 Mar` was read as `Mar 11`.',
	},
	'missing-entries': {
		severity: 'error',
		reason: 'Unexpected end of file, expected papers after the date',
		note: `Copy the whole page of the feed into the file again. ${untouched}`,
		about: 'Nothing follows the date.',
	},
	'title-without-abstract': {
		severity: 'error',
		reason: 'Title without an abstract: `{found}`',
		note: `Restore the abstract, or remove the title, then ingest again. ${untouched}`,
		about: 'Where an abstract should be there is something shaped like a title: short, without a full stop. Reading continues with it as a title, so that every break is reported where it is.',
	},
	'abstract-without-title': {
		severity: 'error',
		reason: 'Abstract without a title: `{found}`',
		note:
			'Restore its title; if it is the second paragraph of the abstract above, join the two with a space. ' +
			untouched,
		about: 'Where a title should be there is something shaped like an abstract: long, or made of sentences. It could be the second paragraph of the abstract before it; since both readings are possible, neither is chosen.',
	},
	'header-in-middle': {
		severity: 'error',
		reason: 'Unexpected header line `{found}` among the papers',
		note: `Two dumps were joined, or a line was copied by mistake. Pass one file per dump. ${untouched}`,
		about: 'A header line appears among the papers: the file holds two dumps, or the page was copied twice.',
	},
	'too-long': {
		severity: 'error',
		reason: 'Unexpected length of {found} characters, expected at most 1,000 in a title and 20,000 in an abstract',
		note: `Check for missing blank lines. ${untouched}`,
		about: 'Longer than any title or abstract can be. Usually blank lines are missing.',
	},
	'long-title': {
		severity: 'warning',
		reason: 'Title of {found} characters',
		note: 'It was accepted. Check that it is a title.',
		about: 'Titles in the feed have 6 to 175 characters; above 200 a title is worth a look.',
	},
	'short-abstract': {
		severity: 'warning',
		reason: 'Abstract of only {found} characters',
		note: 'It was accepted. Check that the abstract is complete.',
		about: 'Abstracts in the feed have 165 to 1,923 characters; below 160 one is worth a look.',
	},
	'odd-character': {
		severity: 'warning',
		reason: 'Invisible or unprintable character {found}',
		note: 'It was accepted and is kept in the dump. Check that the text was copied correctly.',
		about: 'A bidirectional control, a zero-width character, U+FFFD, or a control character that XML forbids. It stays in the dump, and often means that the text was damaged before it got here.',
	},
	'file-name': {
		severity: 'error',
		reason: 'Unexpected file name `{found}`, expected `<yyyy-mm-dd>.txt`, or `.json` for the feed’s list',
		note: 'Dumps are named by ingest only. Move the file elsewhere and run `npm run ingest -- FILE`.',
		about: '`content/dumps/` holds nothing but dumps, each named by its day: `2025-03-11.txt`, then `2025-03-11-2.txt`, or `.json` where it is the feed’s own list. Ingest chooses the names.',
	},
	'invalid-ledger-line': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a line of the ledger',
		note: `Only ingest writes the ledger. ${fromGit}`,
		about: 'A line of `content/ledger.jsonl` is not what ingest writes.',
	},
	'contradictory-ledger-line': {
		severity: 'error',
		reason: 'The ledger gives one wording to a second paper, `{found}`',
		note: `${repair} Otherwise restore the ledger from version control.`,
		about: 'Two lines of `content/ledger.jsonl` give one wording to two papers, and nobody decided that they are one. Usually two branches ingested it, each under an id of its own.',
	},
	'forked-paper': {
		severity: 'error',
		reason: 'The ledger gives one abstract to a second paper, `{found}`',
		note: `${repair} Otherwise restore the ledger from version control.`,
		about: 'Two lines of `content/ledger.jsonl` give one abstract to two papers. Ingest takes papers of one abstract for one, and nobody decided otherwise. Usually two branches ingested it under two titles.',
	},
	'foreign-id': {
		severity: 'error',
		reason: 'The id `{found}` comes from none of its paper’s wordings',
		note: `Only ingest writes the ledger: an id is minted from a title. ${fromGit}`,
		about: 'An id is the first ten characters of a hash of the title, or of title and abstract, that it was minted for. No line of this id gives it, so the lines of `content/ledger.jsonl` were edited; the other line named is the paper that has this title’s id.',
	},
	'shared-id': {
		severity: 'error',
		reason: 'The ledger gives one id to two papers: `{found}`',
		note: `${repair} Otherwise restore the ledger from version control.`,
		about: 'Two lines of `content/ledger.jsonl` have one id, and nothing else in common: neither the abstract, nor a title over related abstracts. Usually two branches each ingested a paper of one title. A repair leaves the id to one of them and tells which.',
	},
	'impossible-order': {
		severity: 'error',
		reason: 'The line of `{found}` stands where no ingest could have written it',
		note: `${repair} Otherwise restore the ledger from version control.`,
		about: 'Ingest writes the lines of a dump together, in the order of the dump. These two are apart, or the other way round, so `content/ledger.jsonl` was sorted, edited or merged.',
	},
	'unresolved-merge': {
		severity: 'error',
		reason: 'Unexpected conflict marker `{found}`',
		note: 'Run `npm run ingest -- --repair`, which takes both sides. `docs/merging.md` says how to do it by hand.',
		about: 'Git could not merge a file of `content/` and left both sides in it. [Merging](merging.md) says what becomes of each file.',
	},
	'missing-side': {
		severity: 'error',
		reason: 'A dump `{found}` was ingested that is not here',
		note:
			'Both branches ingested a dump of that name. Give the other one as well: `npm run ingest -- --repair FILE`. ' +
			'`git show BRANCH:content/dumps/NAME.txt > FILE` gets it from the branch that has it.',
		about: 'Two branches each ingested a dump of one day, and Git keeps one file under a name. Repair takes the other from the merge that is under way, or from the branches that were merged; here it found neither. The SHA-256 says which it is.',
	},
	'contested-digest': {
		severity: 'error',
		reason: 'A correction of `{found}`, which two branches gave to two dumps',
		note: 'Take it out of `content/corrections.yaml`, repair, then make it again for the dump that was meant.',
		about: 'Two branches gave one name to two dumps, and a correction accepts or withdraws a dump of that name. Only a person can tell which of the two it means.',
	},
	'contested-paper': {
		severity: 'error',
		reason: 'A correction of `{found}`, which two branches gave to two papers',
		note: 'Take it out of `content/corrections.yaml`, repair, then make it again for the paper that was meant.',
		about: 'Two branches gave one id to two papers, and a correction merges, splits, removes or words a paper of that id. Only a person can tell which of the two it means.',
	},
	'left-out': {
		severity: 'warning',
		reason: 'A merge took one of two branches alone, and the address `{found}` was left out',
		note: 'If the other branch was published, take it in too: `npm run ingest -- --repair`. Otherwise nothing need be done.',
		about: 'One of the last 20 merges kept the files of one branch (`-X ours`, `git checkout --ours`), and the register of the other has addresses that are not here. It is told until the archive goes on from there.',
	},
	'told-apart': {
		severity: 'warning',
		reason: 'Two branches gave one address to two papers; this one now has another: `{found}`',
		note: 'Whoever published that branch showed it at the address of the other paper. If the two are one, run `npm run correct -- merge NEW OLD`.',
		about: 'Two branches each ingested a paper of one title, with unrelated abstracts, and both got the id that the title gives. One keeps it: the one that was published, else the one of the earlier digest.',
	},
	'forwarded-paper': {
		severity: 'warning',
		reason: 'Two branches gave one paper two addresses; one now leads to the other: `{found}`',
		note: 'The decision is in `content/corrections.yaml`. `npm run correct -- restore PAPER` takes it back.',
		about: 'Two branches each ingested a paper under another title, or after other papers, and minted two ids. Both were perhaps published, so both answer.',
	},
	'renamed-digest': {
		severity: 'warning',
		reason: 'Two branches gave one name to two dumps; this one now has another: `{found}`',
		note: 'Whoever published that branch showed it at the address of the other dump.',
		about: 'Two branches each ingested a dump of one day. The one that was published keeps its name, else the one that has fewer others, else the one whose SHA-256 is the smaller.',
	},
	'renamed-system': {
		severity: 'warning',
		reason: 'Two branches gave one address to two systems or topics; this one now has another: `{found}`',
		note: 'Whoever published that branch showed it at the address of the other.',
		about: 'Two branches each gave an address to another system, or topic, of one name. The one that was published keeps it, else the one whose paper came first.',
	},
	'broken-register': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a line of the register that continues the one before',
		note: `Only ingest writes the register. ${repair} Otherwise restore it from version control.`,
		about: 'Each line of `content/register.jsonl` has the SHA-256 of the line before it. This one has not, or is not what ingest writes, so the register was edited or merged. [What is promised](trust.md) says how to verify it without this program.',
	},
	'unregistered-address': {
		severity: 'error',
		reason: 'The address `{found}` is not in the register',
		note: wholeRegister,
		about: 'A paper, a digest, a system or a topic has no entry in `content/register.jsonl`, which says for ever what each address means. Ingest writes it with all the rest, so the register was cut, or is an older one.',
	},
	'missing-register': {
		severity: 'error',
		reason: 'The register is empty, and {found} addresses were given',
		note: wholeRegister,
		about: '`content/register.jsonl` is missing or empty, and the ledger, the manifest or the names are not. A new one would say nothing of what was promised before. An archive from before there was a register gets its first one from the repair.',
	},
	'new-register': {
		severity: 'warning',
		reason: 'The archive had no register; a first one begins, with {found} addresses',
		note: 'If the archive was published with a register, this is not it: take back what was written, and name the site, `npm run ingest -- --repair --published SITE`.',
		about: 'A repair found `content/register.jsonl` neither in the folder nor in what Git remembers, and wrote a first one.',
	},
	'behind-git': {
		severity: 'warning',
		reason: 'Git has `{found}` of this archive, and the folder has not',
		note: 'If that was not meant, restore what is gone: `git checkout HEAD -- content`. `npm run verify` names each.',
		about: 'Files of `content/` are gone, or older than those that Git has of them. What is ingested now is taken up all the same; a site that lacks addresses which were published is not published.',
	},
	'lost-file': {
		severity: 'error',
		reason: '`{found}` is gone, or empty, and Git has it',
		note: 'Restore it: `git checkout -- content`. If it is to go, take it out of Git first: `git rm`, or `git add` where it is to be empty.',
		about: 'A file that persons write is not there any more. What they decided in it, that papers are one or that one is not to be shown, would be undone without a word.',
	},
	'forgotten-address': {
		severity: 'error',
		reason: 'The register that Git has gives the address `{found}`, and this one does not',
		note: 'Restore the files: `git checkout HEAD -- content`, or `git checkout origin/HEAD -- content` if a commit took them back that were published. If the archive is to begin anew, take the old one out of Git first: `git rm -r content`.',
		about: 'Files of `content/` are older than those that Git has of them, are another archive’s, or are gone. Whatever was ingested now would get addresses as if the others had never been given.',
	},
	'lost-address': {
		severity: 'error',
		reason: 'The register has the address `{found}`, and the archive does not',
		note: 'Restore `content/` from version control: an address that was given answers for ever.',
		about: 'The register says that an address was given, and the ledger, the manifest or the names lack its line. The page at this address would be gone, or be given to something else.',
	},
	'changed-meaning': {
		severity: 'error',
		reason: 'The address `{found}` means something else than the register says',
		note: 'Restore `content/` from version control: an address never changes its meaning.',
		about: 'The register says which wording, dump or name an address was given for, and the ledger, the manifest or the names say another: two ids or two addresses were swapped.',
	},
	'unknown-wording': {
		severity: 'error',
		reason: 'The paper `{found}` is not in the ledger',
		note: 'Run `npm run ingest`, which takes up what is in `content/dumps/`, and commit the ledger with the dump.',
		about: 'A paper of a dump has no line in the ledger, so it has no address yet. A build never assigns one; `npm run ingest` does.',
	},
	'lost-wording': {
		severity: 'error',
		reason: 'The dump no longer has `{found}`, which the ledger says it printed',
		note: 'A dump was edited, renamed or deleted. Restore it from version control: published addresses depend on it.',
		about: 'The ledger says that a dump printed a wording, and it no longer does. The page at its address would be gone.',
	},
	'invalid-manifest-line': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a line of the manifest such as `<sha-256>  dumps/2025-03-11.txt`',
		note: `Only ingest writes the manifest. ${fromGit}`,
		about: 'A line of `content/dumps.sha256` is not what ingest writes.',
	},
	'invalid-name-line': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected a line of the names with an address of its own',
		note: `Only ingest writes the names. ${fromGit}`,
		about: 'A line of `content/names.jsonl` is not what ingest writes, or repeats an address that another line has.',
	},
	'foreign-name': {
		severity: 'error',
		reason: 'The name `{found}` is of a paper that the ledger does not have',
		note: `Only ingest writes the names. ${fromGit}`,
		about: 'A line of `content/names.jsonl` gives an address to a system of a paper that was never in this archive: the file, or the ledger, is another archive’s, or of another time.',
	},
	'invalid-topic': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected {expected}',
		note:
			'Under `topics`, each topic has a list of other forms than its name, or lists by kind: `forms`, `weak`, `title`, ' +
			'`not`, `wider`, `was`. `docs/topics.md` says what they mean.',
		about: '`content/topics.yaml` has something that means nothing there, says a thing twice, or hides nothing with `not`, or it is not valid YAML.',
	},
	'invalid-enrichment-line': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected {expected}',
		note: 'A line by hand is `{"paper":"…","by":"hand","arxiv":"2409.02795","authors":["…"],"published":"2024-09-04"}`, or has only `paper` and `by` where nothing is to be shown. `docs/enrichment.md` says what each field means.',
		about: 'A line of `content/enrichment.jsonl` is no JSON, has something that means nothing there, or is of a paper that the ledger does not have. `npm run enrich` writes the file, and persons correct it.',
	},
	'invalid-setting': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected {expected}',
		note: '`site.yaml` may have `name`, `tagline`, `description`, `about`, `address`, `repository`, `language`, `locale`, `letters`, `accent`, `feed`, `feedDigests`, `hub`, `offline` and `hostSize`. `docs/run-your-own.md` says what they mean.',
		about: 'The settings of an archive, `site.yaml` in its folder of content, have something that means nothing there or cannot be used, or are not valid YAML. An accent must be readable on the page in both themes, and its shades in pictures must leave their numbers readable; the message names the nearest colour that would do. A colour needs quotes, because YAML takes what follows a `#` for a comment.',
	},
	'unknown-language': {
		severity: 'warning',
		reason: 'Unexpected language `{found}`, expected {expected}',
		note: 'The site is in English, with English dates. `CONTRIBUTING.md` says how to add a language.',
		about: '`language` in `site.yaml` is one that the pages have no words in. They are in English then, their dates and numbers too: dates of one language in sentences of another would serve nobody. A region, as in `de-AT`, has the words of its language and dates of its own.',
	},
	'invalid-system-decision': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected {expected}',
		note: '`content/systems.yaml` has `names`, a list of names, each with its other forms in brackets if it has any, `not`, a list of words, and `introduced`, from the id of a paper to a name.',
		about: '`content/systems.yaml` contains something other than `names`, `not` and `introduced`, or is not valid YAML.',
	},
	'invalid-question': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected {expected}',
		note:
			'Under `questions`, each has a `name` and at least one of `query`, `topics`, `systems` and `code: yes`. ' +
			'`docs/questions.md` says what they mean.',
		about: '`content/watch.yaml` has something that means nothing there, or it is not valid YAML.',
	},
	'waiting-question': {
		severity: 'warning',
		reason: 'The question `{found}` has no address yet',
		note: 'Run `npm run ingest`, which gives it one. Until then the site does not show it.',
		about: 'A question was added to `content/watch.yaml` after the last ingest. Only ingest gives addresses, because they are permanent.',
	},
	'lost-dump': {
		severity: 'error',
		reason: 'The dump `{found}` is missing',
		note:
			'Its address was published, and so were those of its papers. Restore it from version control, or, if it was ' +
			'withdrawn on purpose, say so: `npm run correct -- withdraw DIGEST --reason "…"`.',
		about: 'The manifest lists a dump that is not in `content/dumps/`. To withdraw one on purpose, use `npm run correct -- withdraw`.',
	},
	'edited-dump': {
		severity: 'error',
		reason: '`{found}` is not as it was ingested',
		note:
			'Dumps are kept byte for byte. Restore it from version control, or, if it was changed on purpose, say so: ' +
			'`npm run correct -- accept DIGEST --reason "…"`. If it is as it should be, `content/dumps.sha256` is not: restore that.',
		about: 'A dump’s bytes are not those that ingest took. To accept an edit, use `npm run correct -- accept`.',
	},
	'changed-line-ends': {
		severity: 'error',
		reason: '`{found}` is as it was ingested, but for its line ends',
		note:
			'Git changed them. Take `docs/starter/gitattributes` for the `.gitattributes` of the repository, which forbids it, then run ' +
			'`npm run ingest -- --repair`, which gives the dumps their bytes back, and commit both.',
		about: 'Git for Windows changes the line ends of text files unless `.gitattributes` says otherwise. Dumps are kept byte for byte. Which bytes they were, their SHA-256 tells.',
	},
	'dump-still-here': {
		severity: 'error',
		reason: '`{found}` was withdrawn, and is here',
		note: 'Delete it, or take that back: `npm run correct -- restore DIGEST`.',
		about: 'A correction withdraws a dump that is still in `content/dumps/`. Usually one branch withdrew it, and another, which has it, was merged.',
	},
	'withdrawn-dump': {
		severity: 'error',
		reason: 'This dump is `{found}`, which was withdrawn, or changed on purpose',
		note: `To take that back, put it into \`content/dumps/\` under that name and run \`npm run correct -- restore DIGEST\`. ${untouched}`,
		about: 'The dump has the very bytes of one that was ingested before, and that a person withdrew or accepted an edit of. A list of the feed is told by its papers, whatever its votes.',
	},
	'unrecorded-dump': {
		severity: 'error',
		reason: 'The dump `{found}` has not been ingested',
		note: 'Run `npm run ingest`, which takes up what is in `content/dumps/`, and commit what it writes.',
		about: 'There is a dump in `content/dumps/` that ingest has not taken: it was put there by hand, or an ingest was killed.',
	},
	'invalid-correction': {
		severity: 'error',
		reason: 'Unexpected `{found}`, expected {expected}',
		note:
			'A correction is an item of `merged` (paper, into, date, reason), `removed` (paper, date, reason), ' +
			'`split` (paper, from, date, reason), ' +
			'`dumps` (digest, sha256 or `withdrawn: true`, date, reason) or `text` (paper, field, received, one of `tex`, ' +
			'`text` or `keep: true`, date, reason).',
		about: 'An item of `content/corrections.yaml` lacks something or has something that means nothing there, or the file is not valid YAML.',
	},
	'unknown-paper': {
		severity: 'error',
		reason: 'The ledger has no paper `{found}`',
		note: 'A paper’s id is the last part of its address. Correct it in `content/corrections.yaml`; if the ledger lost it, restore the ledger from version control.',
		about: 'A correction names a paper that the ledger does not have.',
	},
	'unknown-digest': {
		severity: 'error',
		reason: 'The manifest has no digest `{found}`',
		note: 'A digest’s id is the last part of its address. Correct it in `content/corrections.yaml`; if the manifest lost it, restore the manifest from version control.',
		about: 'A correction names a digest that the manifest does not have.',
	},
	'circular-merge': {
		severity: 'error',
		reason: 'Merging `{found}` leads back to itself',
		note: 'Take one of the merges out of `content/corrections.yaml`.',
		about: 'Papers were merged in a circle, so none of them has a page.',
	},
	'contradictory-correction': {
		severity: 'error',
		reason: 'A second decision on `{found}`',
		note: 'Decide which of the two counts, and take the other out of `content/corrections.yaml`.',
		about: 'Two items of `content/corrections.yaml` decide of one thing: a paper is merged into two others, or a dump is changed twice. Usually two branches decided differently.',
	},
	'nothing-left': {
		severity: 'error',
		reason: 'Nothing is left of the paper `{found}` that others were split from',
		note: 'The wording that a paper was first met in stays with it. Take one of the splits out of `content/corrections.yaml`.',
		about: 'A decision under `split` gives a paper’s wordings to others, until none is left that its address could show.',
	},
	'telling-title': {
		severity: 'warning',
		reason: 'Taken for a paper with the same abstract, though the titles differ in {expected}: `{found}`',
		note: 'If they are two papers, run `npm run correct -- split PAPER` with the id above.',
		about: 'A paper has the abstract of one in the archive, to the letter, and is taken for it. But its title has another version (`V2`), part or name, so it could be the paper’s successor, under an abstract that the feed printed by mistake or its authors used again.',
	},
	'slightly-alike': {
		severity: 'warning',
		reason: 'Taken for a paper with the same title, though the abstracts are alike by {expected} only: `{found}`',
		note: 'If they are two papers, run `npm run correct -- split PAPER` with the id above.',
		about: 'A paper has the title of one in the archive, and an abstract that shares something with it: a Sørensen–Dice coefficient of word pairs from 0.15, below which it would be another paper, to 0.5. Of ten million pairs of different papers in 285 days of the feed none reaches 0.24; what it revises stays above 0.95.',
	},
	'two-papers-claim-it': {
		severity: 'warning',
		reason: '`{found}` has the title of one paper and the abstract of another',
		note: 'It was taken for the paper with the same abstract.',
		about: 'The title belongs to one paper and the abstract to another. The abstract says more, so it decides.',
	},
	'far-day': {
		severity: 'warning',
		reason: 'The day `{found}` is more than two years from every other of the archive',
		note: 'It was accepted, and its address is for ever. If the year is wrong, do not commit it: take back what was written, and give the right one with `--year`.',
		about: 'No clock is asked for the day of a dump, so a year that was mistyped would be kept. An archive that gains its oldest dumps late is right to do so.',
	},
	'near-miss': {
		severity: 'warning',
		reason: 'New paper that looks much like another: `{found}`',
		note: 'It became a paper of its own. If the two are one, run `npm run correct -- merge NEW OLD` with the ids above.',
		about: 'A new paper resembles one in the archive by its title (Sørensen–Dice coefficient of letter triples, from 0.85) or its abstract (of word pairs, from 0.5). Nothing is merged on that ground; a person decides.',
	},
	'same-title': {
		severity: 'warning',
		reason: 'Same title as another paper, with an unrelated abstract: `{found}`',
		note:
			'It became a paper of its own; the first keeps its address. If the two are one, run ' +
			'`npm run correct -- merge NEW OLD` with the ids above.',
		about: 'A paper has exactly the title of an older one, and an abstract that has nothing to do with it.',
	},
	'formula-not-set': {
		severity: 'warning',
		reason: 'The formula `{found}` could not be typeset',
		note:
			'The text is shown as received. If it is a formula, say how it is written under `text` in ' +
			'`content/corrections.yaml`; if a rule mistook it for one, add the case to `tests/enrich/restore`.',
		about: 'A rule found a formula, or a person gave one, that cannot be typeset: its TeX has an error, or it is longer or more deeply nested than any formula of an abstract. The text is shown as received. `npm run restore -- --paper ID` tells which rule it was.',
	},
	'unknown-passage': {
		severity: 'error',
		reason: 'No wording of that paper contains `{found}`',
		note: 'Copy the passage from the dump, character by character. `npm run restore -- --paper ID` shows the text.',
		about: 'A decision about a paper’s text quotes a passage that none of its wordings has. It may have been copied from the page, which shows the restored text; `npm run restore -- --paper ID` shows what was received.',
	},
	'repeated-paper': {
		severity: 'warning',
		reason: 'Second entry of `{found}` in one dump',
		note: 'It was accepted as the same paper, printed twice.',
		about: 'One dump prints the same paper twice. Both places are shown; the anchor belongs to the first.',
	},
} as const satisfies Record<string, Diagnostic>;

/** Permanent name of a diagnostic. */
export type DiagnosticName = keyof typeof diagnostics;

// Long enough to recognise a title, short enough for one line of a terminal.
const longestQuote = 80;

// Of one severity in one file. Who mends so many has seen what is wrong with the file.
const mostMessages = 25;

declare module 'vfile' {
	interface DataMap {
		/** How many messages of each severity were filed or left out. */
		reported?: Record<'error' | 'warning', number>;
	}
}

/** What else a message may say. */
interface Details {
	/** What should be there, where that differs from case to case. */
	readonly expected?: string;
	/** Why, or what other place is involved. */
	readonly cause?: VFileMessage | undefined;
}

/**
 * File a message on the file it is about. Errors are `fatal: true`, warnings `fatal: false`.
 * `found` is quoted with control characters made visible, so that no dump can write to a terminal
 * or to a CI log. After 25 of a severity one says that there are more.
 */
export function report(
	file: VFile,
	name: DiagnosticName,
	found: string,
	place?: Place,
	details: Details = {},
): void {
	const { severity } = diagnostics[name];
	const reported = (file.data.reported ??= { error: 0, warning: 0 });
	reported[severity]++;
	if (reported[severity] <= mostMessages) fileMessage(file, name, found, place, details);
	else if (reported[severity] === mostMessages + 1)
		fileMessage(file, 'more-of-it', severity, place, {}, severity);
}

function fileMessage(
	file: VFile,
	name: DiagnosticName,
	found: string,
	place: Place | undefined,
	{ expected = '', cause }: Details,
	severity: Diagnostic['severity'] = diagnostics[name].severity,
): void {
	const { reason, note }: Diagnostic = diagnostics[name];
	const said = reason
		.replace('{found}', () => quote(found))
		.replace('{expected}', () => expected);
	const message = file.message(said, {
		...(place && { place: { line: place.line, column: place.column } }),
		...(cause && { cause }),
		ruleId: name,
		source: 'digests',
	});
	message.fatal = severity === 'error';
	message.note = note;
	message.actual = found;
}

/** The other place involved in a message, to be its cause. */
export function otherPlace(name: DiagnosticName, reason: string, place: Place): VFileMessage {
	return new VFileMessage(reason, {
		place: { line: place.line, column: place.column },
		ruleId: name,
		source: 'digests',
	});
}

/** Content that cannot become an archive. The files carry the messages that say why. */
export class ContentError extends Error {
	override readonly name = 'ContentError';
	readonly files: readonly VFile[];

	constructor(files: readonly VFile[]) {
		const errors = files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal));
		super(errors.map(formatError).join('\n'));
		this.files = files;
	}

	/** Whether all its errors are of one kind. */
	onlyHas(name: DiagnosticName): boolean {
		return this.files.every(({ messages }) =>
			messages.every(({ fatal, ruleId }) => !fatal || ruleId === name),
		);
	}
}

function formatError({ file, line, column, reason }: VFileMessage): string {
	return `${file}${line === undefined ? '' : `:${line}:${column}`} ${reason}`;
}

/** Whether any of the files was refused. */
export function hasErrors(files: readonly VFile[]): boolean {
	return files.some((file) => file.messages.some((message) => message.fatal === true));
}

/** Text on one line, shortened, with control and bidirectional characters escaped (`\u202e`). */
export function quote(text: string): string {
	return escapeControls(
		text.length > longestQuote ? `${text.slice(0, longestQuote - 1)}…` : text,
	);
}

/** Text with control, bidirectional and unpaired characters escaped (`\u202e`). */
export function escapeControls(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
		(character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
	);
}
