// How does a name go wrong between a person and a record?
// Sound, shape, written form, order, a lost character, the husband's surname in front; masking and romanising belong to the source.

import type { Chance } from '../chance.ts';
import type { PersonName } from '../household.ts';
import type { Rates } from '../rates.ts';
import { SAME_SYLLABLE, SAME_TONE, SOUND } from '../tables/given.ts';
import { LOOKALIKE, SIMPLE, VARIANT } from '../tables/lookalikes.ts';
import { SURNAME_SOUND } from '../tables/surnames.ts';
import { romanise } from './romanise.ts';

const replaceAt = (characters: string[], at: number, by: string): void => {
  characters[at] = by;
};

const bySound = (character: string, dice: Chance): string => {
  const sound = SOUND.get(character);
  if (sound === undefined) return character;
  const others = (dice.hit(0.65) ? SAME_TONE.get(sound) : SAME_SYLLABLE.get(sound.slice(0, -1)))?.filter((c) => c !== character) ?? [];
  return others.length > 0 ? dice.pick(others) : character;
};

const byShape = (character: string, dice: Chance): string => {
  const others = LOOKALIKE.get(character);
  return others ? dice.pick(others) : character;
};

/** Writes every character that has one in its other form. */
const mapped = (text: string, table: ReadonlyMap<string, string>): string => [...text].map((c) => table.get(c) ?? c).join('');

/** The name as someone wrote it down, still unmasked and in Han characters (or as it was, for foreign names). */
export const damageName = (name: PersonName, husband: string | undefined, year: number, rates: Rates, dice: Chance): PersonName => {
  if (name.foreign) return name;
  let { surname } = name;
  const given = [...name.given];
  if (dice.hit(rates.homophone)) {
    const at = dice.below(given.length);
    replaceAt(given, at, bySound(given[at]!, dice));
  }
  if (dice.hit(rates.lookalike)) {
    const at = dice.below(given.length + 1);
    if (at === given.length) surname = [...surname].map((c) => byShape(c, dice)).join('');
    else replaceAt(given, at, byShape(given[at]!, dice));
  }
  if (given.length === 2 && dice.hit(rates.swapped)) given.reverse();
  if (given.length === 2 && dice.hit(rates.dropped)) given.splice(dice.below(2), 1);
  if (dice.hit(rates.garbled)) {
    const at = dice.below(given.length);
    replaceAt(given, at, dice.pick([...SOUND.keys()]));
  }
  if (husband !== undefined && year < 1955 && dice.hit(rates.marriedPrefix)) surname = husband + surname;
  return { surname, given: given.join(''), foreign: false };
};

export type NameStyle = 'plain' | 'spaced' | 'masked-circle' | 'masked-star' | 'simplified' | 'variant' | 'pinyin' | 'wade-giles';

/** The name in a source's own style. */
export const writeName = (name: PersonName, style: NameStyle, rates: Rates, dice: Chance): string => {
  const plain = name.surname + name.given;
  if (name.foreign) return plain;
  const characters = [...plain];
  switch (style) {
    case 'plain':
      return plain;
    case 'spaced':
      return characters.join(dice.hit(0.5) ? '\u3000' : ' ');
    case 'masked-circle':
    case 'masked-star': {
      const mark = style === 'masked-circle' ? (dice.hit(0.7) ? '○' : 'Ｏ') : '*';
      const at = [...name.surname].length;
      return characters.map((c, i) => (i === at ? mark : c)).join('');
    }
    case 'simplified':
      return mapped(plain, SIMPLE);
    case 'variant':
      return dice.hit(rates.variant) ? mapped(plain, VARIANT) : plain;
    case 'pinyin':
    case 'wade-giles':
      return romanise(name, SURNAME_SOUND, SOUND, style, dice) ?? plain;
  }
};
