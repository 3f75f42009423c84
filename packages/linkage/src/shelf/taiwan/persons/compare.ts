// Are two persons one? Evidence by field with stated weights, log2(m/u) of the level reached (Fellegi and Sunter 1969), and the reasons in words.
// For use on single pairs without a trained model; the levels are those of the batch engine.
import type { Level, Words } from '../../../roles/types.ts';
import { compareDates } from '../../calendar/compare.ts';
import { DATE_LEVELS, dateLevel } from '../../calendar/levels.ts';
import { sexComparison } from '../../simple/exact.ts';
import { compareAddressRows } from '../addresses/compare.ts';
import { ADDRESS_LEVELS } from '../addresses/levels.ts';
import { compareIds } from '../ids/comparison.ts';
import { ID_LEVELS, idLevel } from '../ids/levels.ts';
import { compareNames } from '../names/compare.ts';
import { NAME_LEVELS } from '../names/levels.ts';
import type { PreparedName } from '../names/prepare.ts';
import { surnameBits } from '../names/surname-share.ts';
import { comparePhones } from '../phones/comparison.ts';
import { PHONE_LEVELS } from '../phones/levels.ts';
import type { PreparedPerson } from './prepare.ts';

export type EvidenceField = 'name' | 'birth-date' | 'id' | 'sex' | 'phone' | 'address';

export interface Reason {
  readonly field: EvidenceField;
  /** Level id of the field's comparison. */
  readonly level: string;
  readonly label: Words;
  /** log2(m/u), for names with the surname's rarity: positive speaks for one person, negative against. */
  readonly bits: number;
}
export interface PersonComparison {
  /** Sum of the bits of all reasons; no prior is added. */
  readonly weight: number;
  /** Name first; fields that are missing on either side give no reason. */
  readonly reasons: readonly Reason[];
}

const SEX_LEVELS = sexComparison('zh-TW').levels;
const GENERATION = dateLevel('generation');
const SAME_IDS = new Set([idLevel('same-valid'), idLevel('same')]);
const BORROWED = idLevel('borrowed');
const OTHER_DATES = new Set([dateLevel('different'), dateLevel('near'), dateLevel('year')]);
const OTHER_NAMES: ReadonlySet<string> = new Set(['different', 'surname']);

const reason = (field: EvidenceField, levels: readonly Level[], index: number): Reason => {
  const level = levels[index]!;
  return { field, level: level.id, label: level.label, bits: Math.log2(level.m / level.u) };
};

/** The same number, but born a generation apart, or with neither date nor name in common: a relative's number or another's (as the batch's refinements). */
const isBorrowed = (date: number | null, reasons: readonly Reason[]): boolean =>
  date === GENERATION ||
  (date !== null && OTHER_DATES.has(date) && reasons.some(({ field, level }) => field === 'name' && OTHER_NAMES.has(level)));

/** Where the surname agrees, a rare one tells more than a common one. */
const nameReason = (a: PreparedName, b: PreparedName): Reason => {
  const level = compareNames(a, b);
  const plain = reason('name', NAME_LEVELS, level);
  return NAME_LEVELS[level]!.frequency && plain.level !== 'given'
    ? { ...plain, bits: plain.bits + Math.min(surnameBits(a), surnameBits(b)) }
    : plain;
};

/** The strongest level over all pairs of values. */
const best = <T>(a: readonly T[], b: readonly T[], levels: readonly Level[], compare: (x: T, y: T) => number): number | null => {
  let found: number | null = null;
  for (const x of a) {
    for (const y of b) {
      const level = compare(x, y);
      if (found === null || levels[level]!.m / levels[level]!.u > levels[found]!.m / levels[found]!.u) found = level;
    }
  }
  return found;
};

/** Compares two prepared persons; symmetric, some microseconds. */
export const comparePersons = (a: PreparedPerson, b: PreparedPerson): PersonComparison => {
  const reasons: Reason[] = [];
  if (a.name && b.name) reasons.push(nameReason(a.name, b.name));
  const date = a.birthDate !== null && b.birthDate !== null ? compareDates(a.birthDate, b.birthDate) : null;
  if (date !== null) reasons.push(reason('birth-date', DATE_LEVELS, date));
  if (a.id && b.id) {
    const level = compareIds(a.id, b.id);
    reasons.push(reason('id', ID_LEVELS, SAME_IDS.has(level) && isBorrowed(date, reasons) ? BORROWED : level));
  }
  if (a.sex && b.sex) reasons.push(reason('sex', SEX_LEVELS, a.sex === b.sex ? 1 : 2));
  const phone = best(a.phones, b.phones, PHONE_LEVELS, comparePhones);
  if (phone !== null) reasons.push(reason('phone', PHONE_LEVELS, phone));
  const address = best(a.addresses, b.addresses, ADDRESS_LEVELS, (x, y) => compareAddressRows(x.row, 0, y.row, 0));
  if (address !== null) reasons.push(reason('address', ADDRESS_LEVELS, address));
  return { weight: reasons.reduce((sum, entry) => sum + entry.bits, 0), reasons };
};

/** The reasons in words, those for one person first: 姓名同音、生日相同; evidence of less than one bit is left out. */
export const reasonsInWords = (reasons: readonly Reason[], language: keyof Words): string =>
  [...reasons.filter(({ bits }) => bits >= 1), ...reasons.filter(({ bits }) => bits <= -1)]
    .map(({ label }) => label[language])
    .join(language === 'zh' ? '、' : '; ');
