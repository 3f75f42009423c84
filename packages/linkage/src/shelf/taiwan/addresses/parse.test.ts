import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from './parse.ts';

const golden: { input: string; parsed: object | null }[] = JSON.parse(
  readFileSync(new URL('../golden/addresses.json', import.meta.url), 'utf8'),
);

describe('addresses', () => {
  it.each(golden)('$input', ({ input, parsed }) => expect(parseAddress(input)).toEqual(parsed));

  it('are read alike from their normal form', () => {
    for (const { parsed } of golden) {
      if (!parsed) continue;
      const { postcode, ...rest } = parsed as { postcode?: string; normal: string };
      expect(parseAddress(rest.normal), postcode ?? '').toEqual(rest);
    }
  });

  it('read any string in bounded time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'臺北市中正區一二之-號樓巷弄段路3F \ud800𠮷B地下'), maxLength: 60 }),
        (text) => void parseAddress(text),
      ),
    );
    const start = performance.now();
    for (const char of '一1號路之 ') parseAddress(char.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
