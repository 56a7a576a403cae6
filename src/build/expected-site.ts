import type { SiteExpectations } from '../check/check-site.ts';
import { feedSizes } from '../feeds/archive-feeds.ts';
import { nameFeedSizes } from '../feeds/name-feeds.ts';
import { contentSecurityPolicy, forwardPolicy } from '../layouts/content-security-policy.ts';
import { address } from '../model/address.ts';
import { permanentAddresses } from '../model/permanent-addresses.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';

/** What the site of an archive must hold to, published at a whole address such as `https://example.org/repo/`. */
export function expectedSite(archive: ArchiveView, url: string): SiteExpectations {
	const feeds = feedSizes(archive);
	return {
		url,
		addresses: permanentAddresses(archive),
		policies: [contentSecurityPolicy, forwardPolicy],
		hostBytes: site.hostSize * 1e9,
		records: new Map([
			[address.paperData, archive.papers.size],
			[address.register, archive.register.split('\n').length - 1],
			[address.index, archive.papers.size],
			[address.digestFeed, feeds.digests],
			[address.paperFeed, feeds.papers],
			...nameFeedSizes(archive),
		]),
	};
}
