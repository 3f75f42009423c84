import { describe, expect, it } from 'vitest';
import { readLatinDate } from './dates.ts';
import { areNicknames } from './nicknames.ts';
import { compareLatinNames } from './person/compare.ts';
import { latinName } from './person/comparison.ts';
import { PERSON_LEVELS } from './person/levels.ts';
import { prepareParts, prepareWhole } from './person/name.ts';
import { soundex } from './soundex.ts';
import { foldedText, wordsOf } from './words.ts';

const levelOf = (a: [string | null, string | null], b: [string | null, string | null]): string =>
  PERSON_LEVELS[compareLatinNames(prepareParts(...a)!, prepareParts(...b)!)]!.id;

describe('given name and surname together', () => {
  it.each([
    [['Smith', 'John'], ['SMITH', 'john '], 'same'],
    [['O’Brien', 'Seán'], ["O'Brien", 'Sean'], 'same'],
    [['Smith', 'John'], ['John', 'Smith'], 'swapped'],
    [['Smith', 'Jon'], ['Smith', 'John'], 'given-close'],
    [['Smith', 'Robert'], ['Smith', 'Bob'], 'given-close'],
    [['Smith', 'J'], ['Smith', 'John'], 'given-close'],
    [['Smith', 'John Paul'], ['Smith', 'John'], 'given-close'],
    [['Smyth', 'John'], ['Smith', 'John'], 'surname-close'],
    [['Smyth', 'Jon'], ['Smith', 'John'], 'both-close'],
    [['Jon', 'Smyth'], ['Smith', 'John'], 'swapped-close'],
    [['Miller', 'John'], ['Smith', 'John'], 'given'],
    [['Smith', 'Mary'], ['Smith', 'John'], 'surname'],
    [['Smith', null], ['Smith', 'John'], 'surname-known'],
    [[null, 'John'], ['Smith', 'John'], 'given-known'],
    [[null, 'Smith'], ['Smith', 'John'], 'one-near'],
    [['Miller', 'Mary'], ['Smith', 'John'], 'different'],
  ] as const)('%j %j: %s', (a, b, expected) => {
    expect(levelOf([...a], [...b])).toBe(expected);
    expect(levelOf([...b], [...a])).toBe(expected);
  });

  it('are read from one column as well', () => {
    const comparison = latinName('en', 'whole', true);
    const level = (a: string, b: string): string => PERSON_LEVELS[comparison.compare(prepareWhole(a)!, prepareWhole(b)!)]!.id;
    expect(level('Dr. John Smith', 'Smith, John')).toBe('same');
    expect(level('John Smith Jr.', 'john  SMITH')).toBe('same');
    expect(level('Smith John', 'John Smith')).toBe('swapped');
  });

  it('meet in keys whatever their order', () => {
    const comparison = latinName('en', 'parts', true);
    const facets = (surname: string, given: string) => comparison.facetsOf(prepareParts(surname, given)!);
    expect(facets('Smith', 'John')[0]).toBe(facets('John', 'Smith')[0]);
    expect(facets('Smyth', 'Jon')[3]).toBe(facets('John', 'Smith')[3]);
  });

  it('weigh a rare surname more than a common one', () => {
    const { frequency } = latinName('en', 'parts', true);
    const table = frequency!.empty();
    for (let i = 0; i < 200; i++) frequency!.add(table, prepareParts('Smith', `given${i}`)!, 1);
    frequency!.add(table, prepareParts('Quill', 'John')!, 2);
    const bits = (surname: string, level: string): number => {
      const shares = frequency!.shares(table, prepareParts(surname, 'John')!);
      const index = PERSON_LEVELS.findIndex(({ id }) => id === level);
      return frequency!.bits(shares, shares, index, PERSON_LEVELS[index]!.u);
    };
    expect(bits('Quill', 'surname')).toBeGreaterThan(bits('Smith', 'surname') + 5);
  });
});

it('does not take a name for frequent because one person has many records', () => {
  const { frequency } = latinName('en', 'parts', true);
  const table = frequency!.empty();
  for (let i = 0; i < 200; i++) frequency!.add(table, prepareParts(`surname${i}`, `given${i % 20}`)!, i < 20 ? 12 : 1);
  const bits = (i: number, strangers?: number): number => {
    const known = { ...table, ...(strangers === undefined ? {} : { strangers }) };
    const shares = frequency!.shares(known, prepareParts(`surname${i}`, `given${i % 20}`)!);
    return frequency!.bits(shares, shares, 1, 1e-4);
  };
  expect(bits(3)).toBeLessThan(bits(23) - 5);
  expect(bits(3, 1e-6)).toBeGreaterThan(bits(3) + 3);
});

describe('words and keys', () => {
  it.each([
    // US National Archives, "The Soundex Indexing System"
    ['washington', 'W252'],
    ['lee', 'L000'],
    ['gutierrez', 'G362'],
    ['pfister', 'P236'],
    ['jackson', 'J250'],
    ['tymczak', 'T522'],
    ['ashcraft', 'A261'],
  ])('%s sounds as %s', (name, code) => expect(soundex(name)?.toUpperCase()).toBe(code));
  it('has no sound for a name without letters', () => expect(soundex('陳')).toBeNull());
  it('knows short forms both ways', () => {
    expect(areNicknames('bob', 'robert')).toBe(true);
    expect(areNicknames('robert', 'bob')).toBe(true);
    expect(areNicknames('bob', 'william')).toBe(false);
  });
  it('takes nothing-words for nothing', () => {
    for (const text of ['', ' N/A ', 'unknown', 'null', '-']) expect(foldedText(text)).toBeNull();
    expect(wordsOf(foldedText("St. Mary's Head-Start, 2nd")!)).toEqual(['st', 'marys', 'head', 'start', '2nd']);
  });
});

describe('dates outside Taiwan', () => {
  it.each([
    ['1985-03-12', 19850312],
    ['19850312', 19850312],
    ['12/03/1985', 19850312],
    ['03/25/1985', 19850325],
    ['12 Mar 1985', 19850312],
    ['March 12, 1985', 19850312],
    ['1985-03-12T00:00:00Z', 19850312],
    ['1985', 19850000],
    ['19934128', 19934128],
    ['1900-01-01', null],
    ['unknown', null],
    ['', null],
  ])('%s', (text, date) => expect(readLatinDate(text)).toBe(date));
});
