// How rare is a Chinese name? Few surnames (陳 11 %), many given names: what surname × given characters lead to expect, and what was counted beyond that and
// beyond the copies of one person, so that a name met once in 23 million is as rare as its parts say and not infinitely so. Masked names: what is visible.
import { type Frequency, type FrequencyTable, UNREAD } from '../../../roles/types.ts';
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
import { NumbersByKey } from '../../numbers-by-key.ts';
import { keysOfName, type NameKeys } from './keys.ts';
import { NAME_LEVELS, nameLevel } from './levels.ts';
import { CANONICAL, isOpen, lengthOf, masksOf, type PreparedName, surnameLengthOf } from './prepare.ts';

const KEYED = ['name', 'surname', 'given', 'first', 'last', 'sound'] as const;
type Kind = (typeof KEYED)[number] | 'visible';

/** Places in `Shares`; all relative to the mean but `NAME`, which is log2 p itself. */
const [NAME, SURNAME, GIVEN, SOUND, VISIBLE, NAME_RELATIVE] = [0, 1, 2, 3, 4, 5];

const PART: Readonly<Record<string, number>> = {
  same: NAME,
  variant: NAME_RELATIVE,
  swapped: NAME_RELATIVE,
  prefix: NAME_RELATIVE,
  'homophone-tone': SOUND,
  homophone: SOUND,
  romanised: SOUND,
  'near-homophone': SURNAME,
  'look-alike': SURNAME,
  'one-differs': SURNAME,
  dropped: SURNAME,
  surname: SURNAME,
  given: GIVEN,
  masked: VISIBLE,
};
const PART_OF_LEVEL = NAME_LEVELS.map((level) => PART[level.id] ?? -1);
const SAME = nameLevel('same');

/** A name is never taken to be rarer than this many records of the file. */
const RAREST = 0.02;

const share = (table: FrequencyTable, kind: Kind, key: string | null): number =>
  key === null ? 1 : Math.max(table.counts[kind]!.get(key) ?? 0, 0.5) / Math.max(table.total, 1);

/** `surname|first|last` of what a masked name shows; empty where hidden. */
const visibleOf = (name: PreparedName): string | null => {
  if (name.kind !== 'han') return null;
  const head = name.row[0]!;
  if (masksOf(head) === 0 && !isOpen(head)) return null;
  const surname = surnameLengthOf(head);
  const length = lengthOf(head);
  const at = (i: number): string => (i < length && (masksOf(head) & (1 << i)) === 0 ? String.fromCodePoint(name.row[CANONICAL + i]!) : '');
  const whole = Array.from({ length: Math.min(surname, length) }, (_, i) => at(i)).join('');
  return `${whole}|${length - surname > 1 ? at(surname) : ''}|${length > surname ? at(length - 1) : ''}`;
};

const visibleShare = (table: FrequencyTable, visible: string): number => {
  const [surname, first, last] = visible.split('|') as [string, string, string];
  return share(table, 'surname', surname || null) * share(table, 'first', first || null) * share(table, 'last', last || null);
};

/** The mean of that share over all masked names. */
const meanVisible = (table: FrequencyTable): number => {
  let sum = 0;
  let masked = 0;
  for (const [visible, count] of table.counts.visible!) {
    sum += count * visibleShare(table, visible);
    masked += count;
  }
  return masked > 0 ? sum / masked : 1;
};

interface Summary {
  readonly copies: number;
  /** Of what was counted beyond these, the share that other persons have. */
  readonly others: number;
  readonly means: Readonly<Record<'name' | 'surname' | 'given' | 'sound' | 'visible', number>>;
}

const summary = remembered((table): Summary => {
  // Names, given names and sounds are many: their counts hold the copies of one person; surnames are few.
  const copies = copiesIn(countsOf(table, 'name'));
  const mean = (kind: Kind, of: number): number => meanChance(countsOf(table, kind), of);
  const expected = mean('surname', 0) * mean('first', 0) * mean('last', 0);
  const beyond = meanBeyond(countsOf(table, 'name'), copies);
  const others = shareOfOthers(table.strangers, expected, beyond);
  return {
    copies,
    others,
    means: {
      name: expected + others * beyond,
      surname: mean('surname', 1),
      given: mean('given', copies),
      sound: mean('sound', copies),
      visible: table.facts?.visible ?? meanVisible(table),
    },
  };
});

/** What the parts lead to expect, and what was counted beyond one person's copies. */
const nameChance = (table: FrequencyTable, keys: NameKeys, { copies, others }: Summary): number => {
  const total = Math.max(table.total, 1);
  const beyond = (others * Math.max((table.counts.name!.get(keys.name!) ?? 0) - copies, 0)) / total;
  if (keys.surname === null || keys.last === null) return Math.max(beyond, 0.5 / total);
  const expected =
    share(table, 'surname', keys.surname) *
    share(table, 'first', keys.first === keys.last ? null : keys.first) *
    share(table, 'last', keys.last);
  return Math.max(expected + beyond, RAREST / total);
};

export const NAME_FREQUENCY: Frequency<PreparedName> = {
  empty: () => emptyTable([...KEYED, 'visible']),
  add(table, value, count) {
    const keys = keysOfName(value);
    table.total += count;
    for (const kind of KEYED) bump(table, kind, keys[kind], count);
    bump(table, 'visible', visibleOf(value), count);
  },
  summarise: (table) => ({ visible: meanVisible(table) }),
  shares(table, value) {
    const keys = keysOfName(value);
    const whole = summary(table);
    const { copies, means } = whole;
    const shares = new Float64Array(6).fill(Number.NaN);
    const relative = (part: number, kind: 'surname' | 'given' | 'sound', of: number): void => {
      const key = keys[kind];
      if (key !== null) shares[part] = Math.log2(chanceOf(table.counts[kind]!.get(key) ?? 0, of, table.total) / means[kind]);
    };
    if (keys.name !== null) {
      const chance = nameChance(table, keys, whole);
      shares[NAME] = Math.log2(chance);
      shares[NAME_RELATIVE] = Math.log2(chance / means.name);
    }
    relative(SURNAME, 'surname', 1);
    relative(GIVEN, 'given', copies);
    relative(SOUND, 'sound', copies);
    const visible = visibleOf(value);
    if (visible !== null) shares[VISIBLE] = Math.log2(visibleShare(table, visible) / means.visible);
    return shares;
  },
  keyed: {
    facets: KEYED,
    kinds: KEYED,
    hidden: { kind: 'visible', facet: 'name' },
    width: 6,
    bind(table, columns) {
      const { copies, others, means } = summary(table);
      const total = Math.max(table.total, 1);
      const by = (kind: Kind, of: (count: number) => number) => new NumbersByKey(table.counts[kind]!, of);
      const part = (count: number): number => Math.max(count, 0.5) / total;
      const relative = (kind: 'surname' | 'given' | 'sound', copiesOf: number) =>
        by(kind, (count) => Math.log2(chanceOf(count, copiesOf, table.total) / means[kind]));
      const beyond = by('name', (count) => (others * Math.max(count - copies, 0)) / total);
      const parts = [by('surname', part), by('first', part), by('last', part)] as const;
      const relatives = [relative('surname', 1), relative('given', copies), relative('sound', copies)] as const;
      const together = (surname: number, first: number, last: number): number =>
        parts[0].get(surname) * (first === 0 || first === last ? 1 : parts[1].get(first)) * (last === 0 ? 1 : parts[2].get(last));
      const nameChanceOf = (name: number, surname: number, first: number, last: number): number =>
        surname === 0 || last === 0
          ? Math.max(beyond.get(name), 0.5 / total)
          : Math.max(together(surname, first, last) + beyond.get(name), RAREST / total);
      const names = columns[0]!;
      const surnames = columns[1]!;
      const givens = columns[2]!;
      const firsts = columns[3]!;
      const lasts = columns[4]!;
      const sounds = columns[5]!;
      const relativeOf = (numbers: NumbersByKey, key: number): number => (key === 0 ? Number.NaN : numbers.get(key));
      return (id, place) => {
        if (place === SURNAME) return relativeOf(relatives[0], surnames[id]!);
        if (place === GIVEN) return relativeOf(relatives[1], givens[id]!);
        if (place === SOUND) return relativeOf(relatives[2], sounds[id]!);
        const name = names[id]!;
        const surname = surnames[id]!;
        const first = firsts[id]!;
        const last = lasts[id]!;
        if (place === VISIBLE) {
          if (name !== 0) return Number.NaN;
          // A surname that is hidden in part has no key, and one key twice may be one character or two.
          if (surname === 0 || (first !== 0 && first === last)) return UNREAD;
          return Math.log2(together(surname, first, last) / means.visible);
        }
        if (name === 0) return Number.NaN;
        const chance = nameChanceOf(name, surname, first, last);
        return Math.log2(place === NAME ? chance : chance / means.name);
      };
    },
  },
  most(table, level, u) {
    const part = PART_OF_LEVEL[level] ?? -1;
    const { means } = summary(table);
    const total = Math.max(table.total, 1);
    if (part < 0) return 0;
    if (level === SAME) return Math.max(0, clampBits(Math.log2(u) - Math.log2(RAREST / total)));
    if (part === NAME_RELATIVE) return Math.max(0, clampBits(Math.log2(means.name) - Math.log2(RAREST / total)));
    if (part === VISIBLE) return MOST_BITS;
    return rarest(part === SURNAME ? means.surname : part === GIVEN ? means.given : means.sound, table.total);
  },
  placeOf: (level) => PART_OF_LEVEL[level] ?? -1,
  bits: (a, b, level, u) => {
    const part = PART_OF_LEVEL[level] ?? -1;
    if (part < 0) return 0;
    return level === SAME ? clampBits(Math.log2(u) - Math.max(a[NAME] ?? Number.NaN, b[NAME] ?? Number.NaN)) : rarity(a, b, part);
  },
};
