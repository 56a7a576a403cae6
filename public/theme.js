(() => {
	const { dataset } = document.documentElement;
	const key = `offprint:${new URL('.', document.currentScript.src).pathname}:theme`;
	try {
		dataset.theme = localStorage.getItem(key) ?? 'system';
	} catch {
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
