const fields = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Whether a key is one that is typed. A box that was closed a moment ago may still have the keys. */
export function isTyped({ target }: KeyboardEvent): boolean {
	const element = target as Element;
	return element.matches(fields) && element.checkVisibility();
}
