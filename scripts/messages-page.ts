import { diagnostics } from '../src/diagnostics.ts';

/** `docs/messages.md`: every message about content, with what it means and how to fix it. */
export function messagesPage(): string {
	const entries = Object.entries(diagnostics);
	const section = (severity: 'error' | 'warning') =>
		entries
			.filter(([, diagnostic]) => diagnostic.severity === severity)
			.map(([name, { reason, about, note }]) =>
				[`### \`${name}\``, `> ${sample(reason)}`, about, `**What to do.** ${note}`].join(
					'\n\n',
				),
			);
	return `${[
		'# Messages',
		'Everything that is said about content has a permanent name, a line and column where there is one, and a note that says how to fix it. This page is generated from `src/diagnostics.ts` by `npm run docs`.',
		'## Errors',
		'The file is refused, and nothing is written.',
		...section('error'),
		'## Warnings',
		'The file is accepted.',
		...section('warning'),
	].join('\n\n')}\n`;
}

/** A message with an ellipsis for what differs from case to case. */
function sample(reason: string): string {
	return reason.replaceAll(/\{\w+\}/g, '…');
}
