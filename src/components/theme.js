(() => {
	const { dataset } = document.documentElement;
	const key = 'offprint:BASE:';
	try {
		dataset.theme = localStorage[key + 'theme'] ?? 'system';
		dataset.keys = localStorage[key + 'keys'] ?? 'on';
	} catch {
		return;
	}
	addEventListener('DOMContentLoaded', () => {
		const choices = Object.entries(NAMES).map(
			([theme, name]) => `<label><input type=radio name=theme value=${theme}>${name}</label>`,
		);
		const form = document.createElement('form');
		document.querySelector('.keys-button').after(form);
		form.innerHTML = `<fieldset class=choice><legend class=visually-hidden>LEGEND</legend>${choices.join('')}</fieldset>`;
		form.theme.value = dataset.theme;
		form.addEventListener('change', () => {
			localStorage[key + 'theme'] = dataset.theme = form.theme.value;
		});
	});
})();
