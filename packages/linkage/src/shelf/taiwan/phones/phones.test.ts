import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhone } from './parse.ts';

const golden: { input: string; parsed: object | null }[] = JSON.parse(
  readFileSync(new URL('../golden/phones.json', import.meta.url), 'utf8'),
);

describe('phones', () => {
  it.each(golden)('$input', ({ input, parsed }) => expect(parsePhone(input)).toEqual(parsed));
  it('read any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => void parsePhone(text)));
    expect(() => parsePhone('09'.repeat(500_000))).not.toThrow();
  });
});
