/** Mark one option of a combobox's list as the active one; none, if there is none at that place. */
export function markActive(
	box: HTMLInputElement,
	options: readonly Element[],
	active: number,
): void {
	options.forEach((option, place) =>
		option.setAttribute('aria-selected', String(place === active)),
	);
	const option = options[active];
	if (option) box.setAttribute('aria-activedescendant', option.id);
	else box.removeAttribute('aria-activedescendant');
}
