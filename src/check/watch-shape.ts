type Attributes = Readonly<Record<string, string>>;

// `h2`
const headingRe = /^h[1-6]$/;
// `https://a.io/%zz`, `https://a.io/x](y`
const unescapedRe = /[\s"<>[\\\]^`{|}]|%(?![\da-f]{2})/i;

/** Told of what opens and closes on a page, it notices what a validator would: sections that nothing names, addresses that are none. */
export function watchShape() {
	const named: boolean[] = [];
	let nameless = 0;
	const addresses = new Set<string>();
	return {
		open(name: string, attributes: Attributes): void {
			if (name === 'section') named.push(Object.keys(attributes).some(isLabel));
			else if (named.length > 0 && headingRe.test(name)) named[named.length - 1] = true;
			const { href } = attributes;
			if (href !== undefined && unescapedRe.test(href)) addresses.add(href);
		},
		close(name: string): void {
			if (name === 'section' && named.pop() === false) nameless++;
		},
		faults: (): string[] => [
			...(nameless === 0 ? [] : [`${nameless} of its sections have no heading and no label`]),
			...Array.from(addresses, (href) => `No address may be \`${href.slice(0, 80)}\``),
		],
	};
}

function isLabel(attribute: string): boolean {
	return attribute.startsWith('aria-label');
}
