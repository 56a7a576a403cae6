import { site } from '../site.ts';

const paper = '#fbf7ef';
const oxblood = '#7c2a22';

/** The stamp in small, as an SVG file: the letters of the archive in its ring. */
export function stampIcon(): string {
	const { letters, accent } = site;
	const ink = accent?.light ?? oxblood;
	const [size, foot] = letters.length > 1 ? [28, 42] : [38, 45];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="31" fill="${ink}"/><circle cx="32" cy="32" r="25" fill="none" stroke="${paper}" stroke-width="2.5"/><text x="31" y="${foot}" font-family="Georgia, 'Iowan Old Style', Palatino, serif" font-size="${size}" font-style="italic" font-weight="700" text-anchor="middle" fill="${paper}">${letters}</text></svg>`;
}
