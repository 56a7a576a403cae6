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

/**
 * What of an element no page may have, each as a sentence: script or style inside the page, anything
 * loaded from or sent to another host than `origin`, and what changes the meaning of addresses.
 */
export function faultsOfElement(name: string, attributes: Attributes, origin: string): string[] {
	return [
		...scriptFaults(name, attributes),
		...loadFaults(name, attributes, origin),
		...(name === 'base' ? ['It has a `<base>`, which moves every link'] : []),
		...(isRefresh(name, attributes) && !isLocal(onward(attributes), origin)
			? ['It sends its reader to another site']
			: []),
	];
}

function scriptFaults(name: string, attributes: Attributes): string[] {
	const handler = Object.keys(attributes).find((attribute) => /^on/i.test(attribute));
	const scripted = ['href', 'src', 'action', 'formaction'].find((attribute) =>
		scriptUrlRe.test(attributes[attribute] ?? ''),
	);
	return [
		...(name === 'script' && isCode(attributes) && !attributes['src']
			? ['It has an inline script']
			: []),
		...(name === 'style' || attributes['style'] !== undefined
			? ['It has an inline style']
			: []),
		...(handler === undefined ? [] : [`It has a script in \`${handler}\``]),
		...(scripted === undefined ? [] : [`It has a script in the address of \`${scripted}\``]),
	];
}

/** Whether a script is one that runs; data in it does not. */
function isCode({ type = '' }: Attributes): boolean {
	return type !== 'application/ld+json' && type !== 'application/json';
}

function loadFaults(name: string, attributes: Attributes, origin: string): string[] {
	const isSheet =
		name === 'link' && /\b(?:stylesheet|icon|preload|manifest)\b/.test(attributes['rel'] ?? '');
	const attribute = isSheet ? 'href' : loads[name];
	const target = attribute && attributes[attribute];
	if (!target || isLocal(target, origin)) return [];
	return [`Its \`<${name}>\` is of another site: \`${target.slice(0, 80)}\``];
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
