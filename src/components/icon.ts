import { site } from '../site.ts';

/** The stamp in small, as an SVG file: the first letter of the archive's name in its ring. */
export function stampIcon(): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="31" fill="#7c2a22"/><circle cx="32" cy="32" r="25" fill="none" stroke="#fbf7ef" stroke-width="2.5"/><text x="31" y="45" font-family="Georgia, 'Iowan Old Style', Palatino, serif" font-size="38" font-style="italic" font-weight="700" text-anchor="middle" fill="#fbf7ef">${site.name.charAt(0)}</text></svg>`;
}
