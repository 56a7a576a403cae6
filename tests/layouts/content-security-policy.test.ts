import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/layouts/content-security-policy.ts';

test('the policy allows no inline style and no inline script', () => {
	expect(contentSecurityPolicy).toContain("style-src 'self';");
	expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|sha256-/);
});
