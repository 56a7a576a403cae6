import { currentArchive } from '../loaders/current-archive.ts';

/** What each address means, for ever, as ingest wrote it down: a hash chain that anyone can verify. */
export async function GET(): Promise<Response> {
	return new Response((await currentArchive()).register);
}
