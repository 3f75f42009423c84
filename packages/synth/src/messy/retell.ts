// How does a report tell of a person? Police and hospitals read the card; teachers know the name and the birthday; neighbours know half a name.
// Rates are our own assumptions for the demo; the truth stays beside each copy, so that the matching can be measured.

import type { Chance } from '../chance/index.ts';
import type { SynthPerson } from '../population/index.ts';
import { misheard } from './homophones.ts';

export interface RetoldPerson {
  readonly name: string | null;
  readonly nationalId: string | null;
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
}

/** How well the reporter knows the person. */
export type Knowledge = 'card' | 'file' | 'hearsay';

interface Rates {
  readonly id: number;
  readonly idWrong: number;
  readonly birth: number;
  readonly birthWrong: number;
  readonly masked: number;
  readonly misheard: number;
  readonly unnamed: number;
  readonly phone: number;
  readonly address: number;
}

const RATES: Record<Knowledge, Rates> = {
  card: { id: 0.9, idWrong: 0.02, birth: 0.95, birthWrong: 0.02, masked: 0, misheard: 0.01, unnamed: 0, phone: 0.7, address: 0.9 },
  file: { id: 0.55, idWrong: 0.03, birth: 0.8, birthWrong: 0.03, masked: 0.02, misheard: 0.04, unnamed: 0.01, phone: 0.5, address: 0.75 },
  hearsay: { id: 0.03, idWrong: 0.1, birth: 0.15, birthWrong: 0.1, masked: 0.25, misheard: 0.15, unnamed: 0.12, phone: 0.2, address: 0.6 },
};

const mask = (name: string): string => {
  const characters = [...name];
  return characters.length < 2 || /[A-Za-z]/.test(name) ? name : characters.with(1, '○').join('');
};

/** A birth date as people write it: mostly the ROC form without separators. */
const written = (chance: Chance, iso: string): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  const roc = Number(year) - 1911;
  if (roc < 1 || chance.bool(0.25)) return iso;
  return chance.bool(0.7) ? `${String(roc).padStart(3, '0')}${month}${day}` : `民國${roc}年${Number(month)}月${Number(day)}日`;
};

const slip = (chance: Chance, digits: string, from: number): string => {
  const at = chance.between(from, digits.length - 1);
  return [...digits].with(at, String((Number(digits[at]) + chance.between(1, 9)) % 10)).join('');
};

const nameAs = (chance: Chance, name: string, rates: Rates): string | null => {
  if (chance.bool(rates.unnamed)) return null;
  if (chance.bool(rates.misheard)) return misheard(name) ?? name;
  return chance.bool(rates.masked) ? mask(name) : name;
};

/** One person retold. */
export const retell = (chance: Chance, person: SynthPerson, address: string, knowledge: Knowledge): RetoldPerson => {
  const rates = RATES[knowledge];
  const id = chance.bool(rates.id) ? (chance.bool(rates.idWrong) ? slip(chance, person.nationalId, 3) : person.nationalId) : null;
  const birth = chance.bool(rates.birth)
    ? written(
        chance,
        chance.bool(rates.birthWrong)
          ? `${person.birthDate.slice(0, 8)}${String(chance.between(1, 28)).padStart(2, '0')}`
          : person.birthDate,
      )
    : null;
  return {
    name: nameAs(chance, person.name, rates),
    nationalId: id,
    birthDate: birth,
    sex: chance.bool(0.97) ? person.sex : null,
    phones: person.mobile !== null && chance.bool(rates.phone) ? [person.mobile] : [],
    addresses: chance.bool(rates.address) ? [address] : [],
  };
};
