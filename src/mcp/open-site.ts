import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { address } from '../model/address.ts';
import { createSearchEngine, type SearchEngine } from '../search/engine/engine.ts';
import { searchSource } from '../search/engine/source.ts';
import { readArchiveData, type ArchiveData } from './archive-data.ts';

/** A published site of this project, and what can be asked of it. */
export interface PublishedSite {
	/** Where it is published, e.g. `https://example.org/repo/`, also where its files are read from a folder. */
	readonly url: string;
	readonly name: string;
	/** The days of its first and its last digest. */
	readonly oldest: string;
	readonly newest: string;
	readonly engine: SearchEngine;
	/** The records of its data files. */
	readonly data: ArchiveData;
	/** Makes an address of the site whole. */
	whole(path: string): string;
	/** The text of a file, by its path from the root of the site; rejects where there is none. */
	read(path: string): Promise<string>;
}

/** Gives a file by its path from the root of the site. */
type Get = (path: string) => Promise<Response>;

const apiSchema = z.object({
	version: z.literal(1),
	site: z.url(),
	files: z.array(z.object({ name: z.string(), url: z.url() })),
});

const packageSchema = z.object({ title: z.string() });

/** Open the site at an address, or in a folder. Rejects with a sentence where there is none. */
export async function openSite(place: string): Promise<PublishedSite> {
	const get = getterOf(place);
	const read = async (path: string) => textOf(Buffer.from(await (await get(path)).arrayBuffer()));
	const json = async <Value>(path: string, schema: z.ZodType<Value>) =>
		schema.parse(JSON.parse(await read(path)));
	const [api, { title }] = await Promise.all([
		json(address.api, apiSchema),
		json(address.dataPackage, packageSchema),
	]).catch((error: unknown) => {
		throw new Error(
			`Unexpected ${place}, expected a site of this project with ${address.api}: ${reasonOf(error)}`,
			{ cause: error },
		);
	});
	const pathOf = (url: string) => `/${url.slice(api.site.length)}`;
	const data = readArchiveData(
		new Map(api.files.map(({ name, url }) => [name, pathOf(url)])),
		read,
	);
	const days = (await data.digests()).map(({ day }) => day);
	return {
		url: api.site,
		name: title,
		oldest: days[0] ?? 'no day',
		newest: days.at(-1) ?? 'no day',
		engine: createSearchEngine(searchSource(address.index, get), () => new Set()),
		data,
		whole: (path) => api.site + path.slice(1),
		read,
	};
}

// `https://`, `http://`
const webRe = /^https?:\/\//;

function getterOf(place: string): Get {
	if (!webRe.test(place)) {
		const folder = resolve(place);
		return async (path) => new Response(await readFile(join(folder, path)));
	}
	const base = place.endsWith('/') ? place : `${place}/`;
	return async (path) => {
		const response = await fetch(base + path.slice(1));
		if (!response.ok) throw new Error(`${response.status} ${response.url}`);
		return response;
	};
}

// With which what is gzipped begins; a server may have unpacked it on its way.
const gzipStart = Buffer.from([0x1f, 0x8b]);

function textOf(bytes: Buffer): string {
	const isPacked = bytes.subarray(0, gzipStart.length).equals(gzipStart);
	return String(isPacked ? gunzipSync(bytes) : bytes);
}

function reasonOf(error: unknown): string {
	const { message, cause } = error as Error;
	return cause instanceof Error ? `${message} (${cause.message})` : message;
}
