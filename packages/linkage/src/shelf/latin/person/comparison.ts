// The name of a person in Latin script as one comparison over given name and surname, from one column or two.
import type { Comparison, Frequency, FrequencyTable, Locale } from '../../../roles/types.ts';
import { bitsOf, bump, meanShare, ownShare, remembered } from '../../frequency.ts';
import { soundex } from '../soundex.ts';
import { compareLatinNames } from './compare.ts';
import { PERSON_LEVELS } from './levels.ts';
import { type LatinName, prepareParts, prepareWhole } from './name.ts';

const KINDS = ['name', 'surname', 'given'] as const;
const [NAME, SURNAME, GIVEN] = [0, 1, 2];
const PART: Readonly<Record<string, number>> = {
  same: NAME, 'given-close': SURNAME, 'given-near': SURNAME, surname: SURNAME, 'surname-known': SURNAME,
  'surname-close': GIVEN, 'surname-near': GIVEN, given: GIVEN, 'given-known': GIVEN,
}; // biome-ignore format: one table
const PART_OF_LEVEL = PERSON_LEVELS.map((level) => PART[level.id] ?? -1);

const formatName = (name: LatinName): string => `${name.surname?.text ?? ''}, ${name.given?.text ?? ''}`;

const means = remembered((table: FrequencyTable) => KINDS.map((kind) => Math.log2(meanShare(table.counts[kind]!, table.total))));

/** A name's chance is the greater of its own count and given name × surname, as on the Taiwan shelf. */
const PERSON_FREQUENCY: Frequency<LatinName> = {
  empty: () => ({ total: 0, counts: Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, number>()])) }),
  add(table, name, count) {
    table.total += count;
    if (name.given && name.surname) bump(table.counts.name!, formatName(name), count);
    bump(table.counts.surname!, name.surname?.text ?? null, count);
    bump(table.counts.given!, name.given?.text ?? null, count);
  },
  shares(table, name) {
    const mean = means(table);
    const shares = new Float64Array(6).fill(Number.NaN);
    const set = (part: number, chance: number): void => {
      shares[2 * part] = Math.log2(chance);
      shares[2 * part + 1] = shares[2 * part]! - mean[part]!;
    };
    const surname = name.surname ? ownShare(table.counts.surname!.get(name.surname.text) ?? 0, table.total) : null;
    const given = name.given ? ownShare(table.counts.given!.get(name.given.text) ?? 0, table.total) : null;
    if (surname !== null) set(SURNAME, surname);
    if (given !== null) set(GIVEN, given);
    if (surname !== null && given !== null) {
      const count = table.counts.name!.get(formatName(name)) ?? 0;
      set(NAME, count > 2 ? Math.max(ownShare(count, table.total), surname * given) : surname * given);
    }
    return shares;
  },
  bits: (a, b, level, u) => {
    const part = PART_OF_LEVEL[level] ?? -1;
    return part < 0 ? 0 : bitsOf(a, b, part, PERSON_LEVELS[level]!.frequency === 'value' ? Math.log2(u) : null);
  },
};

/** `nicknames` false leaves short forms (Bob, Robert) out of the closeness of given names. */
export const latinName = (locale: Locale, inputs: 'whole' | 'parts', nicknames: boolean): Comparison<LatinName> => ({
  id: `${locale}/${inputs === 'whole' ? 'full-name' : 'name-parts'}${nicknames ? '' : '-plain'}`,
  locale,
  inputs: inputs === 'whole' ? ['full-name'] : ['surname', 'given-name'],
  label: { zh: '姓名', en: 'Name' },
  levels: PERSON_LEVELS,
  facets: [
    { id: 'name', label: { zh: '姓名（不計順序）', en: 'name in any order' } },
    { id: 'surname', label: { zh: '姓', en: 'surname' } },
    { id: 'given', label: { zh: '名', en: 'given name' } },
    { id: 'sound', label: { zh: '姓名讀音', en: 'sound of the name in any order' } },
    { id: 'surname-sound', label: { zh: '姓的讀音', en: 'sound of the surname' } },
    { id: 'initials', label: { zh: '姓名首字母', en: 'initials in any order' } },
  ],
  prepare: inputs === 'whole' ? ([raw]) => prepareWhole(raw ?? null) : ([surname, given]) => prepareParts(surname ?? null, given ?? null),
  compare: (a, b) => compareLatinNames(a, b, nicknames),
  facetsOf: (name) => {
    const both = (of: (word: string) => string | null): string | null => {
      const found = [name.given ? of(name.given.first) : null, name.surname ? of(name.surname.text) : null];
      return found.includes(null) ? null : found.sort().join(' ');
    };
    return [
      both((word) => word),
      name.surname?.text ?? null,
      name.given?.text ?? null,
      both(soundex),
      name.surname ? soundex(name.surname.text) : null,
      both((word) => word.charAt(0)),
    ];
  },
  format: formatName,
  frequency: PERSON_FREQUENCY,
});
