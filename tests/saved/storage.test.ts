import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
	forgetUnreadable,
	mergeIntoSaved,
	savedPapers,
	unreadableTexts,
} from '../../src/saved/stored-papers.ts';
import {
	addSaved,
	canSave,
	key,
	markRead,
	onSavedChange,
	removeSaved,
	savedIds,
} from '../../src/saved/storage.ts';
import type { Day, PaperId } from '../../src/model/id.ts';
import type { SavedPaper } from '../../src/saved/reading-list.ts';
import { formatEntries } from '../../src/saved/list-file.ts';
import { fakeStorage } from '../support/fake-storage.ts';

const gear: SavedPaper = {
	id: 'k3v9q2x7mf' as PaperId,
	title: 'GEAR',
	firstSeen: '2025-03-11' as Day,
	saved: '2026-05-03T09:30:00.000Z',
	read: false,
};
const water: SavedPaper = { ...gear, id: '2m4x8c1z0p' as PaperId, title: 'H₂O' };

/** Give the modules a storage of this content, and hand it out. */
function store(text?: string, room?: number): Storage {
	const storage = fakeStorage(text === undefined ? {} : { [key]: text }, room);
	vi.stubGlobal('localStorage', storage);
	return storage;
}

const events = new EventTarget();
beforeEach(() => {
	vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

test('the key is of this site alone', () => {
	expect(key).toBe('offprint:/:saved');
});

test('a paper is saved, marked and removed', () => {
	const storage = store();
	expect(addSaved(gear)).toBe('done');
	expect(addSaved(water)).toBe('done');
	expect(savedIds()).toEqual(new Set([gear.id, water.id]));
	markRead(gear.id, true);
	expect(savedPapers()).toContainEqual({ ...gear, read: true });
	removeSaved(gear.id);
	expect(savedPapers()).toEqual([water]);
	expect(storage.getItem(key)).toBe(formatEntries([water]));
});

test('a paper saved twice is on the list once', () => {
	store();
	addSaved(gear);
	addSaved({ ...gear, title: 'GEAR 2' });
	expect(savedPapers().map(({ title }) => title)).toEqual(['GEAR 2']);
});

test('a text that is no list is put aside before the first change, and shown', () => {
	const storage = store('not ours');
	expect(savedPapers()).toEqual([]);
	expect(unreadableTexts()).toEqual(['not ours']);
	expect(storage.getItem(key)).toBe('not ours');
	expect(addSaved(gear)).toBe('aside');
	expect(addSaved(water)).toBe('done');
	expect(savedIds().size).toBe(2);
	expect(unreadableTexts()).toEqual(['not ours']);
	expect(forgetUnreadable()).toBe('done');
	expect(unreadableTexts()).toEqual([]);
	expect(Object.keys(storage)).toEqual([key]);
	expect(savedIds().size).toBe(2);
});

test('an entry that is no paper stays where it is, whatever is done with the others', () => {
	const strange = { id: 'from-the-future', colour: 'red' };
	const storage = store(formatEntries([strange, gear]));
	expect(addSaved(water)).toBe('done');
	markRead(gear.id, true);
	removeSaved(gear.id);
	mergeIntoSaved([gear]);
	expect(savedIds()).toEqual(new Set([strange.id, gear.id, water.id]));
	expect(savedPapers()).toHaveLength(2);
	expect(unreadableTexts()).toEqual([JSON.stringify(strange)]);
	forgetUnreadable();
	expect(storage.getItem(key)).not.toContain('red');
	expect(savedPapers()).toHaveLength(2);
});

test('a list that is merged in takes nothing away', () => {
	store(formatEntries([{ ...gear, read: true }]));
	expect(mergeIntoSaved([{ ...gear, title: 'Other' }, water])).toBe('done');
	expect(savedPapers()).toContainEqual({ ...gear, read: true });
	expect(savedPapers()).toContainEqual(water);
});

test('a full storage changes nothing and says so', () => {
	const before = formatEntries([gear]);
	const storage = store(before, before.length);
	expect(addSaved(water)).toBe('refused');
	expect(storage.getItem(key)).toBe(before);
	expect(unreadableTexts()).toEqual([]);
});

test.each([
	[
		'that throws',
		{
			get: () => {
				throw new DOMException('Blocked', 'SecurityError');
			},
		},
	],
	['that is not there', { value: null }],
])('a storage %s is no storage, and nothing throws', (_, descriptor) => {
	store();
	Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...descriptor });
	expect(canSave()).toBe(false);
	expect(savedIds().size).toBe(0);
	expect(savedPapers()).toEqual([]);
	expect(unreadableTexts()).toEqual([]);
	expect(addSaved(gear)).toBe('refused');
	expect(forgetUnreadable()).toBe('refused');
	Object.defineProperty(globalThis, 'localStorage', {
		configurable: true,
		writable: true,
		value: undefined,
	});
});

test('who listens is told of changes here, in another tab, and when the page is shown again', () => {
	store();
	const listener = vi.fn<() => void>();
	onSavedChange(listener);
	addSaved(gear);
	expect(listener).toHaveBeenCalledTimes(1);
	const tell = (changed: string | null) =>
		events.dispatchEvent(Object.assign(new Event('storage'), { key: changed }));
	tell(key);
	// Cleared as a whole.
	tell(null);
	tell('offprint:/other/:saved');
	expect(listener).toHaveBeenCalledTimes(3);
	events.dispatchEvent(new Event('pageshow'));
	expect(listener).toHaveBeenCalledTimes(4);
});
