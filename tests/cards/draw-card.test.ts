import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cardSize, digestCard, topicCard, type Card } from '../../src/cards/card.ts';
import { drawCard } from '../../src/cards/draw-card.ts';
import { lettersOf } from '../../src/cards/letters.ts';
import { indexedPng } from '../../src/cards/indexed-png.ts';
import { paletteOf } from '../../src/cards/palette.ts';
import type { Day, DigestId } from '../../src/model/id.ts';

const digest = digestCard({
	id: '2025-04-28-2' as DigestId,
	day: '2025-04-28' as Day,
	number: 1234,
	papers: 69,
	fresh: 33,
});
const title = (words: string): Card => ({ ...digest, title: words });
const drawnTitle = async (words: string) =>
	Buffer.from(await drawCard(title(words))).toString('base64');

describe('a card', () => {
	test('says in words what is drawn, and has its page’s name', () => {
		expect(digest).toMatchObject({
			path: '/cards/digests/2025-04-28-2.png',
			alt: 'Offprint, No. 1234: 28 April 2025, 69 papers, 33 new',
			stamp: { lines: ['28 Apr', '2025'] },
		});
		expect(topicCard({ slug: 'long-context', name: 'long context' })).toMatchObject({
			path: '/cards/topics/long-context.png',
			alt: 'Offprint: long context',
			title: 'Long context',
		});
	});

	test('is a PNG of its size, small, and the same bytes every time', async () => {
		const first = Buffer.from(await drawCard(digest));
		expect(first.subarray(1, 4).toString()).toBe('PNG');
		expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([
			cardSize.width,
			cardSize.height,
		]);
		expect(first.length).toBeLessThan(9_000);
		expect(Buffer.compare(first, Buffer.from(await drawCard(digest)))).toBe(0);
	});

	test.each([
		['Attention Is All You Need', 'Čeština, Tiếng Việt', 'Внимание', 'Προσοχή'],
		[
			'长上下文语言模型的推理优化',
			'機器學習與圖像辨識',
			'大規模言語モデルの「推論」',
			'대규모 언어 모델 추론',
		],
		['نماذج اللغة الكبيرة', 'מודלי שפה גדולים', 'Մեծ լեզվական', 'დიდი ენობრივი', 'ትልቅ የቋንቋ'],
		['बड़े भाषा मॉडल', 'বৃহৎ ভাষা মডেল', 'ਵੱਡੇ ਭਾਸ਼ਾ', 'મોટા ભાષા મોડેલો', 'విశాల భాషా నమూనా'],
		['பெரிய மொழி', 'ದೊಡ್ಡ ಭಾಷಾ', 'വലിയ ഭാഷാ', 'විශාල භාෂා'],
		['แบบจำลองภาษา', 'ແບບຈຳລອງພາສາ', 'គំរូភាសាធំ', 'ကြီးမားသော'],
	])('has a letter of its own for each of %s', async (...titles) => {
		for (const words of titles) {
			const letters = [...new Set(lettersOf(words.replaceAll(' ', '')))];
			// An empty box is the same for all that a font lacks, and what no font has is left out.
			const drawn = await Promise.all(['', ...letters].map((letter) => drawnTitle(letter)));
			expect(new Set(drawn).size, words).toBe(letters.length + 1);
		}
	});

	test('leaves out what no font has a letter for', async () => {
		expect(await drawnTitle('Attention 👩🏽‍🚀 🇩🇪 \u{10ffff}')).toBe(await drawnTitle('Attention'));
	});

	test('begins a title at the side where its readers begin', async () => {
		const [latin, hebrew, arabic] = await Promise.all(
			['ab', 'אב', 'نموذج GPT'].map(async (words) => firstInk(await drawCard(title(words)))),
		);
		expect(hebrew).toBeGreaterThan(latin! + 200);
		expect(arabic).toBeGreaterThan(latin! + 50);
	});

	test.each(['Papers of the Institute', 'أرشيف الأوراق', 'शोध पत्र', 'ארכיון', '论文档案'])(
		'has %s on its ring',
		async (top) => {
			const stamp = { ...digest.stamp, top };
			const [drawn, bare] = await Promise.all(
				[stamp, { ...stamp, top: '' }].map((one) => drawCard({ ...digest, stamp: one })),
			);
			expect(Buffer.compare(drawn!, bare!)).not.toBe(0);
		},
	);

	test('holds a title of any length', async () => {
		for (const words of ['', 'A', 'word '.repeat(60), 'x'.repeat(300)])
			expect((await drawCard(title(words))).length).toBeGreaterThan(1_000);
	});
});

test('an indexed PNG has the nearest colour at each pixel of a part, and its ground elsewhere', () => {
	const { colours, placesOf } = paletteOf('#000000', ['#ffffff']);
	const pixels = new Uint8Array([0, 0, 0, 255, 250, 250, 250, 255, 90, 80, 80, 255]);
	const places = placesOf(pixels);
	const part = { left: 2, top: 1, width: 3, places };
	const png = Buffer.from(indexedPng({ width: 5, height: 2 }, [part], colours));
	const at = png.indexOf('IDAT');
	const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
	expect([...inflateSync(data)]).toEqual([0, 0, 0, 0, 0, 0x00, 0x03, 0x10]);
});

/** How far from the left the words of a card begin, in pixels. The line below the title is left out. */
function firstInk(png: Uint8Array): number {
	const bytes = Buffer.from(png);
	const at = bytes.indexOf('IDAT');
	const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
	const rowLength = cardSize.width / 2 + 1;
	const words = 210;
	const title = Array.from({ length: 150 }, (_, y) =>
		rows.subarray(y * rowLength + 1 + words / 2, (y + 1) * rowLength),
	);
	return (
		words +
		2 *
			Math.min(
				...title.map((row) => row.findIndex((pair) => pair !== 0)).filter((x) => x >= 0),
			)
	);
}
