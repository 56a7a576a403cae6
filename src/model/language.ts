/** The languages that the interface has words in. */
export const languages = ['en', 'de'] as const;

/** A language of the interface. */
export type Language = (typeof languages)[number];

/** The language that a tag asks for, whatever its region: `de` for `de-AT`; none where there are no words of it. */
export function languageOf(tag: string): Language | undefined {
	const { language } = new Intl.Locale(tag);
	return languages.find((one) => one === language);
}
