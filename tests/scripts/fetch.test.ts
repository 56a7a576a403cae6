import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetchDays } from '../../scripts/fetch.ts';
import { correct } from '../../scripts/correct.ts';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from '../support/call-script.ts';
import { feedServer, type Answer } from '../support/feed-server.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';

const list = await readFile(join(root, 'tests/fixtures/feed-lists/2026-08-18.json'));

/** An empty archive, and a feed that shows a day like this. */
async function startArchive(answer: Answer, day = '2026-08-18') {
	const content = join(await temporaryFolder(), 'content');
	const feed = await feedServer({ [`/days/${day}`]: answer });
	const fetch = (...parameters: string[]) =>
		callScript(fetchDays, [
			'--url',
			`${feed.url}/days/{day}`,
			'--content',
			content,
			'--today',
			'2026-08-19',
			...parameters,
		]);
	const waiting = () => readdir(join(content, 'inbox')).catch(() => []);
	return { content, feed, fetch, waiting };
}

describe('npm run fetch', () => {
	test('puts a day into the inbox as it came, from where ingest takes it up', async () => {
		const { content, fetch, waiting } = await startArchive((response) => response.end(list));
		const { code, stdout } = await fetch('2026-08-18');
		expect(code).toBe(0);
		expect(stdout).toContain('2026-08-18  3 papers → ');
		expect(await waiting()).toEqual(['2026-08-18.json']);
		expect(await readFile(join(content, 'inbox/2026-08-18.json'))).toEqual(list);
		expect(await callScript(ingest, ['--content', content])).toMatchObject({ code: 0 });
		expect(await waiting()).toEqual([]);
		expect(await readFile(join(content, 'dumps/2026-08-18.json'))).toEqual(list);
		expect(await readFile(join(content, 'dumps.sha256'), 'utf8')).toMatch(
			/^[0-9a-f]{64} {2}dumps\/2026-08-18\.json\n$/,
		);
	});

	test('does not ask for a day that is here', async () => {
		const { content, feed, fetch } = await startArchive((response) => response.end(list));
		await fetch('2026-08-18');
		expect((await fetch('2026-08-18')).stdout).toContain('2026-08-18 is here already.');
		await callScript(ingest, ['--content', content]);
		expect((await fetch('2026-08-18')).stdout).toContain('2026-08-18 is here already.');
		expect(feed.asked).toHaveLength(1);
	});

	test('asks for a day that is here in plain text alone', async () => {
		const { content, fetch, waiting } = await startArchive((response) => response.end(list));
		await mkdir(join(content, 'dumps'), { recursive: true });
		await writeFile(join(content, 'dumps/2026-08-18.txt'), '');
		await fetch('2026-08-18');
		expect(await waiting()).toEqual(['2026-08-18.json']);
	});

	test.each([
		['an empty day', '[]', 0, '2026-08-18 is empty'],
		['an error page', '<!doctype html><title>Oh no</title>', 1, 'Unexpected HTML'],
		['an error in JSON', '{"error": "no such day"}', 1, 'Unexpected JSON'],
		['half a list', list.subarray(0, 999), 1, 'where the file stops being JSON'],
		['nothing at all', '', 1, 'Unexpected empty file'],
		[
			'a list of another day',
			String(list).replaceAll('-18T', '-17T'),
			1,
			'contradicts the file name',
		],
		['another list', '[{"dataset": 1}]', 1, 'expected a paper at /0/paper'],
		['bytes that are no text', Buffer.from([0x5b, 0xff, 0xfe]), 1, 'expected UTF-8'],
	])('writes nothing for %s', async (_, body, code, said) => {
		const { fetch, waiting } = await startArchive((response) =>
			// Whatever it says it is.
			response.writeHead(200, { 'content-type': 'application/json' }).end(body),
		);
		const result = await fetch('2026-08-18');
		expect(result.code).toBe(code);
		expect(result.stdout + result.stderr).toContain(said);
		expect(await waiting()).toEqual([]);
	});

	test('takes a list that says it is something else', async () => {
		const { fetch, waiting } = await startArchive((response) =>
			response.writeHead(200, { 'content-type': 'image/png' }).end(list),
		);
		expect(await fetch('2026-08-18')).toMatchObject({ code: 0 });
		expect(await waiting()).toEqual(['2026-08-18.json']);
	});

	test.each([
		[['2026-08-19'], 'Unexpected 2026-08-19, expected a day that is over'],
		[['2026-02-30'], 'expected a day such as'],
		[[], 'Unexpected no day'],
		[['2026-08-18', '--url', 'https://example.org/'], 'expected one with `{day}` in it'],
		[['2026-08-18', '--url', 'file:///{day}'], 'expected one with `{day}` in it'],
	])('refuses %s', async (parameters, said) => {
		const { feed, fetch } = await startArchive((response) => response.end(list));
		const { code, stderr } = await fetch(...parameters);
		expect(code).toBe(1);
		expect(stderr).toContain(said);
		expect(feed.asked).toEqual([]);
	});

	test('says in one line why a feed gives nothing', async () => {
		const { fetch } = await startArchive((response) => response.writeHead(404).end());
		const { code, stderr } = await fetch('2026-08-18');
		expect(code).toBe(1);
		expect(stderr).toMatch(/^http\S+ answers 404\n$/);
	});
});

describe('npm run fetch -- --last 3', () => {
	const whole = JSON.parse(String(list)) as { paper: object }[];
	const part = JSON.stringify(whole.slice(0, 2));
	const voted = JSON.stringify(whole.map(({ paper }) => ({ paper: { ...paper, upvotes: 999 } })));

	/** An archive, and a feed whose days can be changed. */
	async function startDays(shown: Record<string, string | Buffer>) {
		const content = join(await temporaryFolder(), 'content');
		const answer =
			(day: string): Answer =>
			(response) =>
				response.writeHead(shown[day] === undefined ? 404 : 200).end(shown[day]);
		const days = ['2026-08-15', '2026-08-16', '2026-08-17', '2026-08-18'];
		const feed = await feedServer(
			Object.fromEntries(days.map((day) => [`/days/${day}`, answer(day)])),
		);
		const options = ['--url', `${feed.url}/days/{day}`, '--content', content];
		const fetch = (...parameters: string[]) =>
			callScript(fetchDays, [...options, '--today', '2026-08-19', ...parameters]);
		const take = () => callScript(ingest, ['--content', content]);
		const read = (name: string) => readFile(join(content, name), 'utf8');
		return { shown, content, feed, fetch, take, read };
	}

	test('asks for the three days before today, each for itself', async () => {
		const { fetch, feed, read } = await startDays({ '2026-08-17': '[]', '2026-08-18': list });
		const { code, stdout, stderr } = await fetch('--last', '3');
		expect(feed.asked).toEqual(['16', '17', '18'].map((day) => `/days/2026-08-${day}`));
		// One day cannot be had; the others are there all the same.
		expect([code, stderr]).toEqual([1, expect.stringContaining('2026-08-16 answers 404')]);
		expect(stdout).toContain('2026-08-17 is empty');
		expect(await read('inbox/2026-08-18.json')).toBe(String(list));
	});

	test('takes a day that has more papers for the day grown, before it is taken up and after', async () => {
		const { shown, fetch, take, read, content } = await startDays({
			'2026-08-16': '[]',
			'2026-08-17': '[]',
			'2026-08-18': JSON.stringify(whole.slice(0, 1)),
		});
		await fetch('--last', '3');
		shown['2026-08-18'] = part;
		expect((await fetch('--last', '3')).stdout).toContain('2 papers, more than before');
		await take();
		shown['2026-08-18'] = String(list);
		await fetch('--last', '3');
		const { code, stdout } = await take();
		expect([code, stdout]).toEqual([0, expect.stringContaining('3 papers: 1 new, 2 known')]);
		expect(await readdir(join(content, 'dumps'))).toEqual(['2026-08-18.json']);
		expect(await read('dumps/2026-08-18.json')).toBe(String(list));
		expect(await read('corrections.yaml')).toContain('grew from 2 to 3 papers');
	});

	test.each([
		['of the same papers with other votes', voted, 'is as it was'],
		['of fewer papers', part, 'is as it was'],
		['of nothing', '[]', 'is empty by now, and stays as it is here'],
	])('leaves a day alone whose list is one %s', async (_, later, said) => {
		const { shown, fetch, take, read, content } = await startDays({ '2026-08-18': list });
		await fetch('--last', '1');
		await take();
		shown['2026-08-18'] = later;
		expect((await fetch('--last', '1')).stdout).toContain(`2026-08-18 ${said}`);
		expect(await readdir(join(content, 'inbox'))).toEqual([]);
		expect(await read('dumps/2026-08-18.json')).toBe(String(list));
	});

	test('comes to the same archive as by the inbox and by FILE, whatever its votes', async () => {
		const archives: Record<string, string>[] = [];
		for (const route of ['fetch', 'inbox', 'FILE']) {
			const { shown, fetch, take, content } = await startDays({});
			const offer = async (text: string) => {
				shown['2026-08-18'] = text;
				if (route === 'fetch') await fetch('--last', '1');
				const file = join(content, route === 'inbox' ? 'inbox' : '..', '2026-08-18.json');
				await mkdir(dirname(file), { recursive: true });
				if (route !== 'fetch') await writeFile(file, text);
				if (route !== 'FILE') return take();
				return callScript(ingest, [file, '--content', content]);
			};
			for (const text of [part, String(list), voted, part])
				expect(await offer(text)).toMatchObject({ code: 0 });
			archives.push(await fingerprint(content));
		}
		expect(archives[1]).toEqual(archives[0]);
		expect(archives[2]).toEqual(archives[0]);
		expect(Object.keys(archives[0]!)).not.toContain('dumps/2026-08-18-2.json');
	});

	test.each(['fetch', 'inbox', 'FILE'])(
		'knows a list that was withdrawn by its papers, by %s',
		async (route) => {
			const { shown, fetch, take, read, content } = await startDays({ '2026-08-18': list });
			await fetch('--last', '1');
			await take();
			await rm(join(content, 'dumps/2026-08-18.json'));
			const decision = ['2026-08-18', '--reason', 'Asked for', '--content', content];
			await callScript(correct, ['withdraw', ...decision]);
			const ledger = await read('ledger.jsonl');
			shown['2026-08-18'] = voted;
			const file = join(content, route === 'inbox' ? 'inbox' : '..', '2026-08-18.json');
			if (route !== 'fetch') await writeFile(file, voted);
			const { stdout, stderr } =
				route === 'fetch'
					? await fetch('--last', '1')
					: await callScript(ingest, [
							'--content',
							content,
							...(route === 'FILE' ? [file] : []),
						]);
			expect(stdout + stderr).toMatch(/2026-08-18\S*,? (?:was,? )?which was withdrawn/);
			expect(await readdir(join(content, 'dumps'))).toEqual([]);
			expect(await readdir(join(content, 'inbox'))).toHaveLength(route === 'inbox' ? 1 : 0);
			expect(await read('ledger.jsonl')).toBe(ledger);
		},
	);

	test('writes down that a day was empty, and asks for it again only while it is one of the last', async () => {
		const { shown, fetch, feed, read } = await startDays({
			'2026-08-15': '[]',
			'2026-08-18': '[]',
		});
		await fetch('2026-08-18', '2026-08-15');
		expect(await read('empty-days.txt')).toBe('2026-08-15\n2026-08-18\n');
		expect((await fetch('2026-08-15')).stdout).toContain('2026-08-15 was empty.');
		expect(feed.asked).toHaveLength(2);
		shown['2026-08-18'] = list;
		await fetch('--last', '1');
		expect(await read('empty-days.txt')).toBe('2026-08-15\n');
	});

	test.each(['-1', '3.5', 'three', '400'])('refuses --last %s', async (last) => {
		const { fetch, feed } = await startDays({});
		expect((await fetch(`--last=${last}`)).stderr).toContain(
			'expected a number of days up to 31',
		);
		expect(feed.asked).toEqual([]);
	});
});
