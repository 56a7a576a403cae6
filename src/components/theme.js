(() => {
	const { dataset } = document.documentElement;
	const key = `offprint:${new URL('.', document.currentScript.src).pathname}:theme`;
	try {
		dataset.theme = localStorage.getItem(key) ?? 'system';
	} catch {
		return;
	}
	addEventListener('DOMContentLoaded', () => {
		const { legend, ...themes } = WORDS;
		const choices = Object.entries(themes).map(
			([theme, name]) => `<label><input type=radio name=theme value=${theme}>${name}</label>`,
		);
		const form = document.querySelector('#theme');
		form.innerHTML = `<fieldset class=choice><legend class=visually-hidden>${legend}</legend>${choices.join('')}</fieldset>`;
		form.theme.value = dataset.theme;
		form.addEventListener('change', () => {
			localStorage.setItem(key, (dataset.theme = form.theme.value));
		});
	});
})();
