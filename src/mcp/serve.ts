import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { openSite, type PublishedSite } from './open-site.ts';
import { addDayTools } from './day-tools.ts';
import { addNameTools } from './name-tools.ts';
import { addPaperTools } from './paper-tools.ts';
import { addSearchTool } from './search-tool.ts';

const usage = `offprint-mcp SITE
       answers the Model Context Protocol on standard input and output, from the published files of a site
       of this project: its address, https://example.org/archive/, or the folder that a build wrote, dist`;

/** `offprint-mcp`: serve one site until standard input ends. */
export async function serve(parameters: readonly string[]): Promise<void> {
	const [place, ...others] = parameters;
	if (place === undefined || place.startsWith('-') || others.length > 0) {
		console.error(`Usage: ${usage}`);
		process.exitCode = 1;
		return;
	}
	try {
		const site = await openSite(place);
		serveStdio(() => createServer(site));
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}

/** A server that has all tools, over one site. */
function createServer(site: PublishedSite): McpServer {
	const server = new McpServer(
		{ name: 'offprint', version: '1.0.0', websiteUrl: site.url },
		{
			instructions:
				`${site.name}: a permanent archive of a feed of trending papers, titles and abstracts, from ${site.oldest} to ${site.newest}. ` +
				'A paper has a permanent id of ten characters, a page and a key for citations. ' +
				'The day on which the archive first saw a paper is not its day of publication.',
		},
	);
	addSearchTool(server, site);
	addPaperTools(server, site);
	addDayTools(server, site);
	addNameTools(server, site);
	return server;
}
