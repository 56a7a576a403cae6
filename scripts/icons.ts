import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stampIcon } from '../src/components/icon.ts';
import { applySettings } from '../src/loaders/apply-settings.ts';
import { pictureNames } from '../src/disk/content-folder.ts';
import { site } from '../src/site.ts';
import { readArguments } from './arguments.ts';
import { launchBrowser } from '../tests/support/launch-browser.ts';

// `npm run icons [-- --content DIR]`: draw the pictures that phones and chats want as PNG, from the name of the site.
// Those of an archive of its own lie beside its settings.
const { values } = readArguments(process.argv.slice(2), 'npm run icons -- [--content DIR]', {
	content: { type: 'string' },
});
if (values.content !== undefined) await applySettings(values.content);
const folder = values.content ?? resolve(import.meta.dirname, '../public');
const paper = '#fbf7ef';
const serif = "Palatino, 'Palatino Linotype', 'URW Palladio L', P052, Georgia, serif";

const touchIcon = `<body style="margin:0;padding:14px;background:${paper}">${stampIcon().replace('<svg ', '<svg width="152" height="152" ')}`;
const card = `<body style="margin:0;box-sizing:border-box;height:630px;padding:90px;display:flex;align-items:center;gap:80px;background:${paper};color:#2a2019;font-family:${serif}">
	${stampIcon().replace('<svg ', '<svg width="300" height="300" style="transform:rotate(-8deg);flex:none" ')}
	<div><div style="font-size:120px;font-style:italic;line-height:1">${escapeText(site.name)}</div>
	<div style="font-size:44px;line-height:1.3;margin-top:30px">${escapeText(site.tagline)}</div></div>`;

const browser = await launchBrowser();
for (const [name, html, width, height] of [
	[pictureNames.touchIcon, touchIcon, 180, 180],
	[pictureNames.card, card, 1200, 630],
] as const) {
	const page = await browser.newPage({ viewport: { width, height } });
	await page.setContent(html);
	await writeFile(join(folder, name), await page.screenshot());
	await page.close();
}
await browser.close();

function escapeText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
