import { currentArchive } from '../loaders/current-archive.ts';
import { permanentAddresses } from '../model/permanent-addresses.ts';

/** Every permanent address, one a line, without the base path, so that two publications compare. */
export async function GET(): Promise<Response> {
	const lines = permanentAddresses(await currentArchive()).toSorted();
	return new Response(lines.map((line) => `${line}\n`).join(''));
}
