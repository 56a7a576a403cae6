import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, layerOrder } from '../../src/layouts/content-security-policy.ts';

test('the policy allows the layer order and no other inline style', () => {
	const hash = createHash('sha256').update(layerOrder).digest('base64');
	expect(contentSecurityPolicy).toContain(`style-src 'self' 'sha256-${hash}';`);
	expect(contentSecurityPolicy).not.toContain('unsafe-inline');
});
