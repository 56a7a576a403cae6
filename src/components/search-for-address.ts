// The words of an address that leads nowhere may be those of a title: `/papers/attention-is-all-you-need`.
const last = location.pathname.split('/').findLast(Boolean) ?? '';
// `%E0%A4%A` is no text.
const words = last.includes('%') ? '' : last.replace(/\.\w+$|[-_+]+/g, ' ').trim();
const box = document.querySelector<HTMLInputElement>('main input[name=q]')!;
if (words.includes(' ')) {
	box.value = words;
	box.form!.querySelector('button')!.focus();
}
