import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseName } from './parse.ts';

const golden: { input: string; parsed: object | null }[] = JSON.parse(
  readFileSync(new URL('../golden/names.json', import.meta.url), 'utf8'),
);

describe('names', () => {
  it.each(golden)('$input', ({ input, parsed }) => expect(parseName(input)).toEqual(parsed));
  it('reads any string', () => {
    for (const text of [
      '\ud800',
      '\udc00陳',
      '陳'.repeat(1_000_000),
      '(((',
      '()',
      '·',
      '○·○',
      '\u200b',
      ',',
      ',,,',
      "'",
      '陳(',
      '𠮷'.repeat(2001),
    ]) {
      expect(() => parseName(text)).not.toThrow();
    }
    expect(parseName(null)).toBeNull();
  });
});
