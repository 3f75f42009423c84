// How is a Chinese name written in Latin letters?
// Hanyu Pinyin as read, or Wade-Giles without apostrophes as Taiwanese passports long had it; surname first with a comma, first without, or last.

import type { Chance } from '../chance.ts';
import type { PersonName } from '../household.ts';

const INITIALS: readonly (readonly [string, string])[] = [
  ['zh', 'ch'],
  ['ch', 'ch'],
  ['sh', 'sh'],
  ['b', 'p'],
  ['d', 't'],
  ['g', 'k'],
  ['j', 'ch'],
  ['q', 'ch'],
  ['x', 'hs'],
  ['z', 'ts'],
  ['c', 'ts'],
  ['r', 'j'],
];
const WHOLE: Record<string, string> = {
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: 'tzu',
  si: 'szu',
  yi: 'yi',
  yan: 'yen',
  you: 'yu',
  yong: 'yung',
  ye: 'yeh',
  er: 'erh',
  he: 'ho',
  ge: 'ko',
  ke: 'ko',
};

/** Wade-Giles of one pinyin syllable without tone. */
export const wadeGiles = (syllable: string): string => {
  const whole = WHOLE[syllable];
  if (whole !== undefined) return whole;
  const initial = INITIALS.find(([pinyin]) => syllable.startsWith(pinyin));
  const head = initial ? initial[1] : /^[mnflhptkwy]/.test(syllable) ? syllable[0]! : '';
  const tail = syllable.slice(initial ? initial[0].length : head.length);
  const palatal = initial !== undefined && ['j', 'q', 'x'].includes(initial[0]);
  const changed = tail
    .replace(/ian$/, 'ien')
    .replace(/^ie$/, 'ieh')
    .replace(/ong$/, 'ung')
    .replace(/^ue$/, 'ueh')
    .replace(/^v/, 'u')
    .replace(/^uo$/, ['g', 'k', 'h', 'sh'].includes(initial?.[0] ?? head) ? 'uo' : 'o')
    .replace(/^e$/, palatal ? 'e' : 'eh');
  return head + changed;
};

const bare = (sound: string): string => sound.replace(/[0-9]/g, '').replace(/lv/g, 'lu');

/** The name in Latin letters, or undefined when a character's reading is not known. */
export const romanise = (
  name: PersonName,
  surnames: ReadonlyMap<string, string>,
  readings: ReadonlyMap<string, string>,
  style: 'pinyin' | 'wade-giles',
  dice: Chance,
): string | undefined => {
  const family = surnames.get(name.surname);
  const given = [...name.given].map((c) => readings.get(c));
  if (family === undefined || given.some((sound) => sound === undefined)) return undefined;
  const turn = (sound: string): string => (style === 'pinyin' ? bare(sound) : wadeGiles(bare(sound)));
  const surname = family.split('-').map(turn).join('');
  const parts = given.map((sound) => turn(sound!));
  const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
  switch (dice.below(4)) {
    case 0:
      return `${surname}, ${parts.join('-')}`.toUpperCase();
    case 1:
      return [surname, ...parts].map(capital).join(' ');
    case 2:
      return [...parts, surname].map(capital).join(' ');
    default:
      return `${surname} ${parts.join('')}`.toUpperCase();
  }
};
