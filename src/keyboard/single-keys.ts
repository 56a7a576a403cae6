const fields = 'input:not([type=checkbox], [type=radio]), textarea, select';

/** Whether a key is one that is typed. A box that was closed a moment ago may still have the keys. */
export function isTyped(event: KeyboardEvent): boolean {
	const element = event.target as Element;
	return element.matches(fields) && element.checkVisibility();
}

/** Whether a key is pressed alone, where that does something: a reader can turn it off. */
export function isSingle(event: KeyboardEvent): boolean {
	if (document.documentElement.dataset['keys'] === 'off') return false;
	return !event.ctrlKey && !event.metaKey && !event.altKey;
}
