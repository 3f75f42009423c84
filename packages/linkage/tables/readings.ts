// Mandarin readings of Han characters from pinyin-pro (MIT): the usual reading, a second one where there is one, and the reading as a surname.
import { pinyin } from 'pinyin-pro';
import { allIdeographs } from './characters.ts';

const plain = (syllable: string): string => syllable.replaceAll('ü', 'v');
const isSyllable = (text: string): boolean => /^[a-zv]+[0-4]$/.test(text);

const grouped = (readings: Map<string, string[]>): string =>
  [...readings.keys()]
    .sort()
    .map((syllable) => syllable + readings.get(syllable)!.join(''))
    .join('');

/** `zhong1中忠鐘…` runs: a syllable with its tone, then the characters so read. */
export const buildReadings = (): { first: string; second: string; surname: string; characters: number } => {
  const first = new Map<string, string[]>();
  const second = new Map<string, string[]>();
  const surname = new Map<string, string[]>();
  const add = (table: Map<string, string[]>, syllable: string, char: string): void => {
    const list = table.get(syllable);
    if (list) list.push(char);
    else table.set(syllable, [char]);
  };
  let characters = 0;
  for (const char of allIdeographs()) {
    const all = pinyin(char, { multiple: true, toneType: 'num', type: 'array' }).map(plain).filter(isSyllable);
    if (all.length === 0) continue;
    characters++;
    add(first, all[0]!, char);
    if (all[1]) add(second, all[1], char);
    const asSurname = plain(pinyin(char, { mode: 'surname', surname: 'head', toneType: 'num' }));
    if (isSyllable(asSurname) && asSurname !== all[0]) add(surname, asSurname, char);
  }
  return { first: grouped(first), second: grouped(second), surname: grouped(surname), characters };
};
