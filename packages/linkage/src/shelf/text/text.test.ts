import { describe, expect, it } from 'vitest';
import { codePoints, LONGEST } from './code-points.ts';
import { levenshtein, osa } from './edit-distance.ts';
import { cleanText, foldLatin } from './fold.ts';
import { jaroOf, jaroWinkler } from './jaro-winkler.ts';

describe('Jaro–Winkler', () => {
  it.each([
    // Winkler 1990 and the table in Cohen, Ravikumar, Fienberg 2003
    ['MARTHA', 'MARHTA', 0.961],
    ['DIXON', 'DICKSONX', 0.813],
    ['DWAYNE', 'DUANE', 0.84],
    ['JELLYFISH', 'SMELLYFISH', 0.896],
    ['陳大明', '陳小明', 0.8],
    ['abc', 'xyz', 0],
    ['', '', 1],
    ['', 'a', 0],
  ])('%s %s', (a, b, value) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(value, 3);
    expect(jaroWinkler(b, a)).toBeCloseTo(value, 3);
  });

  it('does not reward a prefix of unlike strings', () => {
    expect(jaroWinkler('abcdxxxxxxxx', 'abcdyyyyyyyy')).toBe(jaroOf(codePoints('abcdxxxxxxxx'), codePoints('abcdyyyyyyyy')));
  });
});

describe('edit distances', () => {
  it.each([
    ['kitten', 'sitting', 3, 3],
    ['ca', 'abc', 3, 3],
    ['ab', 'ba', 2, 1],
    ['王小明', '王明小', 2, 1],
    ['𠮷田', '吉田', 1, 1],
    ['', 'abc', 3, 3],
  ])('%s %s', (a, b, withoutSwap, withSwap) => {
    expect(levenshtein(a, b)).toBe(withoutSwap);
    expect(osa(a, b)).toBe(withSwap);
  });
});

describe('folding', () => {
  it('makes one width, drops what cannot be seen', () => {
    expect(cleanText('　Ａ１２３　 \u200b４\ufeff ')).toBe('A123 4');
    expect(cleanText('葛\u{e0100}城')).toBe('葛城');
    expect(cleanText('a\ud800b\udc00𠮷')).toBe('ab𠮷');
    expect(cleanText('a\tb\nc')).toBe('a b c');
  });
  it('folds accents', () => expect(foldLatin('NGUYỄN Müller Łódź Straße')).toBe('nguyen muller lodz strasse'));
  it('reads a bounded part of a megabyte', () => {
    const long = '陳'.repeat(1_000_000);
    expect(codePoints(long)).toHaveLength(LONGEST);
    expect(osa(long, `林${long}`)).toBe(1); // both end at the same length
    expect(cleanText(long).length).toBe(2000);
  });
});
