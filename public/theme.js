// The reader's choice of light or dark: read before the first paint, which a module would come after.
(() => {
	const { dataset } = document.documentElement;
	const key = `offprint:${new URL('.', document.currentScript.src).pathname}:theme`;
	try {
		dataset.theme = localStorage.getItem(key) ?? 'system';
	} catch {
		// Nothing can be stored here: the system decides, and the switch stays hidden.
		return;
	}
	addEventListener('DOMContentLoaded', () => {
		const form = document.querySelector('#theme');
		form.theme.value = dataset.theme;
		form.addEventListener('change', () => {
			localStorage.setItem(key, (dataset.theme = form.theme.value));
		});
		form.hidden = false;
	});
})();
