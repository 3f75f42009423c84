import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRightCheckDigit } from './check-digit.ts';
import { parseId } from './parse.ts';

const golden: { input: string; parsed: object | null }[] = JSON.parse(readFileSync(new URL('../golden/ids.json', import.meta.url), 'utf8'));

describe('identity numbers', () => {
  it.each(golden)('$input', ({ input, parsed }) => expect(parseId(input)).toEqual(parsed));

  it('have exactly one right check digit for every beginning', () => {
    const beginning = fc.tuple(
      fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      fc.constantFrom(...'1289ABCD'),
      fc.stringMatching(/^\d{7}$/),
    );
    fc.assert(
      fc.property(beginning, ([letter, second, digits]) => {
        const right = Array.from({ length: 10 }, (_, check) => `${letter}${second}${digits}${check}`).filter(hasRightCheckDigit);
        expect(right).toHaveLength(1);
      }),
    );
  });

  it('read any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => void parseId(text)));
    expect(parseId('A'.repeat(1_000_000))?.normal).toHaveLength(32);
  });
});
