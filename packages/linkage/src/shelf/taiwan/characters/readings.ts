// How is a character read? Mandarin syllables with tone as small integers, from the generated table; a surname has its own reading (曾 zēng, 單 shàn).
import { FIRST_READINGS, SECOND_READINGS, SURNAME_READINGS } from '../data/readings.generated.ts';
import { PointTable } from './point-table.ts';
import { canonicalOf } from './variants.ts';

/** `syllable × 8 + tone`, 0 where no reading is known. */
export type Reading = number;

interface Tables {
  readonly syllables: string[];
  readonly ids: Map<string, number>;
  readonly first: PointTable;
  readonly second: PointTable;
  readonly surname: PointTable;
}

let tables: Tables | undefined;

const load = (): Tables => {
  const syllables = [''];
  const ids = new Map<string, number>();
  const parse = (source: string): PointTable => {
    const found = new PointTable();
    for (const [, syllable, tone, characters] of source.matchAll(/([a-z]+)([0-4])([^a-z]+)/g)) {
      let id = ids.get(syllable!);
      if (id === undefined) {
        id = syllables.length;
        syllables.push(syllable!);
        ids.set(syllable!, id);
      }
      for (const char of characters!) found.set(char.codePointAt(0)!, id * 8 + Number(tone));
    }
    return found;
  };
  return { syllables, ids, first: parse(FIRST_READINGS), second: parse(SECOND_READINGS), surname: parse(SURNAME_READINGS) };
};

const loaded = (): Tables => (tables ??= load());

export const readingOf = (point: number): Reading => loaded().first.get(point);
export const secondReadingOf = (point: number): Reading => loaded().second.get(point);
/** The reading as a surname, in whatever form it is written; the usual one where no other is known. */
export const surnameReadingOf = (point: number): Reading =>
  loaded().surname.get(point) || loaded().surname.get(canonicalOf(point)) || readingOf(point);

/** Id of the syllable without its tone. */
export const syllableOf = (reading: Reading): number => reading >> 3;
/** Spelling of a syllable in Hanyu Pinyin without tone, ü as v. */
export const spellingOf = (syllable: number): string => loaded().syllables[syllable] ?? '';
/** Id of a Hanyu Pinyin syllable, 0 if there is none. */
export const syllableId = (spelling: string): number => loaded().ids.get(spelling) ?? 0;
/** All syllables in Hanyu Pinyin, in the order of their ids from 1. */
export const allSyllables = (): readonly string[] => loaded().syllables.slice(1);
