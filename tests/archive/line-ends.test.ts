import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { withOtherLineEnds } from '../../src/archive/line-ends.ts';

test.each([
	['of text', (text: string) => text],
	['of bytes', (text: string) => new TextEncoder().encode(text)],
])('a dump %s may have had LF alone, or CRLF; a CR alone is no line end of Git’s', (_, valueOf) => {
	const file = new VFile({ path: '2025-03-11.txt', value: valueOf('one\r\ntwo\nthr\ree\r') });
	const others = withOtherLineEnds({ file, sha256: '' });
	expect(others.map((dump) => Buffer.from(dump.file.value).toString())).toEqual([
		'one\ntwo\nthr\ree\r',
		'one\r\ntwo\r\nthr\ree\r',
	]);
	expect(others.map(({ sha256 }) => sha256.length)).toEqual([64, 64]);
});
