// The name of a person in Latin script as one comparison over given name and surname, from one column or two.
import type { Comparison, Frequency, FrequencyTable, Locale } from '../../../roles/types.ts';
import {
  bump,
  chanceOf,
  clampBits,
  copiesIn,
  countsOf,
  emptyTable,
  MOST_BITS,
  meanBeyond,
  meanChance,
  rarest,
  rarity,
  remembered,
  shareOfOthers,
} from '../../frequency.ts';
import { soundex } from '../soundex.ts';
import { compareLatinNames } from './compare.ts';
import { PERSON_LEVELS, personLevel } from './levels.ts';
import { type LatinName, prepareParts, prepareWhole } from './name.ts';

const KINDS = ['name', 'surname', 'given'] as const;
/** Places in `Shares`; relative to the mean but `NAME`, which is log2 p itself. */
const [NAME, SURNAME, GIVEN] = [0, 1, 2];
const PART: Readonly<Record<string, number>> = {
  same: NAME,
  'given-close': SURNAME,
  'given-near': SURNAME,
  surname: SURNAME,
  'surname-known': SURNAME,
  'surname-close': GIVEN,
  'surname-near': GIVEN,
  given: GIVEN,
  'given-known': GIVEN,
};
const PART_OF_LEVEL = PERSON_LEVELS.map((level) => PART[level.id] ?? -1);
const SAME = personLevel('same');
/** A name is never taken to be rarer than this many records of the file. */
const RAREST = 0.02;

const formatName = (name: LatinName): string => `${name.surname?.text ?? ''}, ${name.given?.text ?? ''}`;

const summary = remembered((table: FrequencyTable) => {
  const copies = copiesIn(countsOf(table, 'name'));
  const means = KINDS.map((kind) => meanChance(countsOf(table, kind), copies));
  const others = shareOfOthers(table.strangers, means[SURNAME]! * means[GIVEN]!, meanBeyond(countsOf(table, 'name'), copies));
  return { copies, means, others };
});

/** As on the Taiwan shelf: what given name × surname lead to expect, and what was counted beyond one person's copies. */
const PERSON_FREQUENCY: Frequency<LatinName> = {
  empty: () => emptyTable(KINDS),
  add(table, name, count) {
    table.total += count;
    if (name.given && name.surname) bump(table, 'name', formatName(name), count);
    bump(table, 'surname', name.surname?.text ?? null, count);
    bump(table, 'given', name.given?.text ?? null, count);
  },
  shares(table, name) {
    const { copies, means, others } = summary(table);
    const shares = new Float64Array(3).fill(Number.NaN);
    const chance = (kind: 'surname' | 'given'): number | null => {
      const part = name[kind];
      return part && chanceOf(table.counts[kind]!.get(part.text) ?? 0, copies, table.total);
    };
    const [surname, given] = [chance('surname'), chance('given')];
    if (surname !== null) shares[SURNAME] = Math.log2(surname / means[SURNAME]!);
    if (given !== null) shares[GIVEN] = Math.log2(given / means[GIVEN]!);
    if (surname !== null && given !== null) {
      const total = Math.max(table.total, 1);
      const beyond = Math.max((table.counts.name!.get(formatName(name)) ?? 0) - copies, 0) / total;
      shares[NAME] = Math.log2(Math.max(surname * given + others * beyond, RAREST / total));
    }
    return shares;
  },
  most(table, level, u) {
    const part = PART_OF_LEVEL[level] ?? -1;
    if (part < 0) return 0;
    if (level === SAME) return Math.max(0, clampBits(Math.log2(u) - Math.log2(RAREST / Math.max(table.total, 1))));
    return part === NAME ? MOST_BITS : rarest(summary(table).means[part]!, table.total);
  },
  placeOf: (level) => PART_OF_LEVEL[level] ?? -1,
  bits: (a, b, level, u) => {
    const part = PART_OF_LEVEL[level] ?? -1;
    if (part < 0) return 0;
    return level === SAME ? clampBits(Math.log2(u) - Math.max(a[NAME] ?? Number.NaN, b[NAME] ?? Number.NaN)) : rarity(a, b, part);
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
