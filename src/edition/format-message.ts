import MailComposer from 'nodemailer/lib/mail-composer';
import type { Edition } from './digest-edition.ts';

/** From whom a letter comes, and how one is rid of it. */
export interface Envelope {
	/** e.g. `Offprint <digests@example.org>` */
	readonly from: string;
	/** Readers do not learn of one another when none is named. */
	readonly to?: string | undefined;
	/** An address that takes a POST and asks nothing more (RFC 8058). */
	readonly unsubscribe?: string | undefined;
}

/**
 * A letter as a message (RFC 5322), HTML and plain text. Its date, its id and its boundaries are the
 * digest's own, so that the same digest gives the same bytes.
 */
export async function formatMessage(
	{ subject, day, url, text, html }: Edition,
	{ from, to = 'Readers:;', unsubscribe }: Envelope,
): Promise<string> {
	const { hostname, pathname } = new URL(url);
	const name = pathname.split('/').filter(Boolean).join('.');
	const composer = new MailComposer({
		from,
		to,
		subject,
		text,
		html,
		date: new Date(`${day}T00:00:00Z`),
		messageId: `<${name}@${hostname}>`,
		baseBoundary: name,
		newline: 'unix',
		headers: {
			'Archived-At': `<${url}>`,
			...(unsubscribe !== undefined && {
				'List-Unsubscribe': `<${unsubscribe}>`,
				'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
			}),
		},
	});
	return String(await composer.compile().build());
}
