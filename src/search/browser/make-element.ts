/** An element with a text, which stays text whatever it holds. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	text?: string,
	className?: string,
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	if (text !== undefined) made.textContent = text;
	if (className !== undefined) made.className = className;
	return made;
}
