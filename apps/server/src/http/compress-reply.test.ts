// A long answer goes out in the smallest form that the client takes, a short one and one for a client that takes none as it is.

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressReply } from './compress-reply.ts';

const long = Buffer.from(JSON.stringify({ rows: Array.from({ length: 400 }, (_, n) => ({ number: n, title: '陳怡君' })) }));

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
] as const)('%s gets %s', (accepted, encoding, read) => {
  const sent = compressReply(long, accepted);
  expect(sent?.encoding).toBe(encoding);
  expect(sent?.bytes.length).toBeLessThan(long.length / 4);
  expect(sent && read(sent.bytes).equals(long)).toBe(true);
});

test.each([undefined, '', 'identity', 'zstd', 'br;q=0'])('for %s nothing is compressed', (accepted) =>
  expect(compressReply(long, accepted)).toBeNull(),
);

test('a short answer is sent as it is', () => {
  expect(compressReply('{"n":1}', 'br')).toBeNull();
  expect(compressReply(Buffer.alloc(3999), 'br')).toBeNull();
});
