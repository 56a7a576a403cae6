import { words } from '../language/words.ts';
import type { Day, PaperId } from '../model/id.ts';
import type { SavedPaper } from './reading-list.ts';
import {
	addSaved,
	canSave,
	markRead,
	onSavedChange,
	removeSaved,
	savedEntries,
	type Outcome,
} from './storage.ts';

/** Shows whether a paper is saved, and whether it was read. */
type Draw = (isSaved: boolean, isRead: boolean) => void;

const drawings: [string, Draw][] = [];
if (canSave()) {
	for (const place of document.querySelectorAll<HTMLElement>('[data-first-seen]')) {
		// An entry of a digest whose anchor is the paper says it once.
		const id = place.dataset['paper'] ?? place.id;
		drawings.push([id, addButtons(place, id as PaperId)]);
	}
	onSavedChange(update);
	update();
}

function update(): void {
	const papers = new Map(savedEntries().map((entry) => [entry?.id, entry?.read]));
	for (const [id, draw] of drawings) draw(papers.has(id), papers.get(id) === true);
}

/** A star, and on a paper's own page “Mark as read” for one that is saved. */
function addButtons(place: HTMLElement, id: PaperId): Draw {
	const { titleTex, citeKey, firstSeen } = place.dataset;
	const heading = place.querySelector('.title');
	const own: Omit<SavedPaper, 'saved' | 'read'> = {
		id,
		title: heading?.textContent.trim() ?? ownTitle(),
		titleTex,
		citeKey,
		firstSeen: firstSeen as Day,
	};
	let isSaved = false;
	let isRead = false;

	const name = heading ? `${words.saving.save}: ${own.title}` : words.saving.save;
	const star = createButton('button star', name, () =>
		isSaved
			? removeSaved(own.id)
			: addSaved({ ...own, saved: new Date().toISOString(), read: false }),
	);
	const mark = createButton('button tick', words.saving.markRead, () =>
		markRead(own.id, !isRead),
	);

	if (heading) heading.after(star);
	else {
		star.textContent = name;
		place.append(star, mark);
	}
	place.hidden = false;

	return (saved, read) => {
		isSaved = saved;
		isRead = read;
		star.title = saved ? words.saving.saved : name;
		press(star, saved);
		mark.hidden = !saved;
		mark.title = read ? words.saving.read : words.saving.markRead;
		press(mark, read);
	};
}

/** Of a paper's own page, where its heading may have formulas. */
function ownTitle(): string {
	return document.querySelector<HTMLMetaElement>('[name=citation_title]')!.content;
}

function press(button: HTMLElement, isPressed: boolean): void {
	button.ariaPressed = String(isPressed);
}

const faults: Partial<Record<Outcome, string>> = words.saving.faults;

/** Whether it is pressed or not, it keeps its name: that it is pressed is said beside it. */
function createButton(className: string, name: string, change: () => Outcome): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = className;
	button.ariaLabel = name;
	const alert = document.createElement('p');
	alert.className = 'fault';
	alert.role = 'alert';
	button.addEventListener('click', () => {
		const fault = faults[change()];
		if (fault === undefined) return alert.remove();
		alert.textContent = fault;
		button.after(alert);
	});
	return button;
}
