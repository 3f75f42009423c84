// A long reply is the same bytes as a short one would be.

import { expect, test } from 'vitest';
import { replyBytes } from './reply-bytes.ts';

test('texts of all planes and lengths come out as UTF-8', () => {
  const parts = ['', 'a', 'é', '陳', '𠮷', '\u0000', '\ud800'];
  for (const part of parts)
    for (const times of [1, 1999, 2000, 2001, 9999]) {
      const json = JSON.stringify({ value: part.repeat(times), more: '安網' });
      expect(Buffer.from(replyBytes(json)).equals(Buffer.from(json, 'utf8'))).toBe(true);
    }
});
