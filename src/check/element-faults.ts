type Attributes = Readonly<Record<string, string>>;

// `javascript:alert(1)`, also with what browsers pass over.
const scriptUrlRe = /^[\s\u0000-\u0020]*(?:javascript|vbscript|data:text\/html)/i;

/** Elements that load or send something, with the attribute that says from or to where. */
const loads: Readonly<Record<string, string>> = {
	script: 'src',
	img: 'src',
	iframe: 'src',
	embed: 'src',
	object: 'data',
	audio: 'src',
	video: 'src',
	source: 'src',
	form: 'action',
};

// `stylesheet`, `icon`
const sheetRe = /\b(?:stylesheet|icon|preload|manifest)\b/;
// `onclick`
const handlerRe = /^on/i;
const inlineStyle = 'It has an inline style';
/** Attributes that hold an address which a click or a load follows. */
const addresses: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction']);

/**
 * Note what of an element no page may have, each as a sentence: script or style inside the page, anything
 * loaded from or sent to another host than `origin`, and what changes the meaning of addresses.
 */
export function noteFaults(
	faults: Set<string>,
	name: string,
	attributes: Attributes,
	origin: string,
): void {
	if (name === 'script' && isCode(attributes) && !attributes['src'])
		faults.add('It has an inline script');
	if (name === 'style') faults.add(inlineStyle);
	for (const attribute in attributes) noteAttribute(faults, attribute, attributes[attribute]!);
	const foreign = foreignLoad(name, attributes, origin);
	if (foreign !== undefined)
		faults.add(`Its \`<${name}>\` is of another site: \`${foreign.slice(0, 80)}\``);
	if (name === 'base') faults.add('It has a `<base>`, which moves every link');
	if (isRefresh(name, attributes) && !isLocal(onward(attributes), origin))
		faults.add('It sends its reader to another site');
}

function noteAttribute(faults: Set<string>, name: string, value: string): void {
	if (name === 'style') faults.add(inlineStyle);
	if (handlerRe.test(name)) faults.add(`It has a script in \`${name}\``);
	if (addresses.has(name) && scriptUrlRe.test(value))
		faults.add(`It has a script in the address of \`${name}\``);
}

/** Whether a script is one that runs; data in it does not. */
function isCode({ type = '' }: Attributes): boolean {
	return type !== 'application/ld+json' && type !== 'application/json';
}

/** The address that an element loads from or sends to, where that is of another site. */
function foreignLoad(name: string, attributes: Attributes, origin: string): string | undefined {
	const isSheet = name === 'link' && sheetRe.test(attributes['rel'] ?? '');
	const attribute = isSheet ? 'href' : loads[name];
	const target = attribute && attributes[attribute];
	return target && !isLocal(target, origin) ? target : undefined;
}

/** Whether an address is the site's own; `data:` loads nothing. */
function isLocal(target: string, origin: string): boolean {
	if (target.startsWith('data:image/')) return true;
	const absolute = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
	return !absolute || (origin !== '' && (target === origin || target.startsWith(`${origin}/`)));
}

function isRefresh(name: string, attributes: Attributes): boolean {
	return name === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '');
}

function onward({ content = '' }: Attributes): string {
	return content.replace(/^\d+;\s*url=/i, '');
}
