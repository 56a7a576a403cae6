import { expect, test } from 'vitest';
import { visit } from '../support/open-browser.ts';

test('a browser shows the picture of a digest as it was drawn', async () => {
	await visit('', async (page) => {
		const { width, height, corner } = await page.evaluate(async () => {
			const answer = await fetch('/repo/cards/digests/2025-09-22.png');
			const bitmap = await createImageBitmap(await answer.blob());
			const { width, height } = bitmap;
			const context = new OffscreenCanvas(width, height).getContext('2d')!;
			context.drawImage(bitmap, 0, 0);
			return { width, height, corner: [...context.getImageData(0, 0, 1, 1).data] };
		});
		expect([width, height, corner]).toEqual([600, 315, [251, 247, 239, 255]]);
	});
});
