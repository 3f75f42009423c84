// How rare is a Chinese name? Few surnames (陳 11 %), many given names: a name's chance is the greater of its own count and surname × given characters,
// so that a name met once is as rare as its parts say and not infinitely so. Masked names: the chance of what is visible.
import type { Frequency, FrequencyTable } from '../../../roles/types.ts';
import { bitsOf, bump, meanShare, ownShare, remembered } from '../../frequency.ts';
import { keysOfName } from './keys.ts';
import { NAME_LEVELS } from './levels.ts';
import { CANONICAL, isOpen, lengthOf, masksOf, type PreparedName, surnameLengthOf } from './prepare.ts';

/** Counts: whole names, surnames, given names, given characters by position, sounds, and the visible parts of masked names. */
const KINDS = ['name', 'surname', 'given', 'first', 'last', 'sound', 'visible'] as const;
const NAME = 0;
const SURNAME = 1;
const GIVEN = 2;
const SOUND = 3;
const VISIBLE = 4;

const PART: Readonly<Record<string, number>> = {
  same: NAME, variant: NAME, 'homophone-tone': SOUND, homophone: SOUND, romanised: SOUND, 'near-homophone': SURNAME, 'look-alike': SURNAME,
  'one-differs': SURNAME, dropped: SURNAME, surname: SURNAME, given: GIVEN, masked: VISIBLE,
}; // biome-ignore format: one table
const PART_OF_LEVEL = NAME_LEVELS.map((level) => PART[level.id] ?? -1);

const share = (table: FrequencyTable, kind: (typeof KINDS)[number], key: string | null): number =>
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

const means = remembered((table) => {
  const mean = (kind: (typeof KINDS)[number]): number => Math.log2(meanShare(table.counts[kind]!, table.total));
  let sum = 0;
  let masked = 0;
  for (const [visible, count] of table.counts.visible!) {
    sum += count * visibleShare(table, visible);
    masked += count;
  }
  return [mean('name'), mean('surname'), mean('given'), mean('sound'), masked > 0 ? Math.log2(sum / masked) : 0];
});

/** The greater of the count and of the product of the parts, the parts with half a record where they were not met. */
const nameShare = (table: FrequencyTable, keys: ReturnType<typeof keysOfName>): number => {
  const counted = ownShare(table.counts.name!.get(keys.name!) ?? 0, table.total);
  if (keys.surname === null || keys.last === null) return counted;
  const product = share(table, 'surname', keys.surname) * share(table, 'first', keys.first === keys.last ? null : keys.first) * share(table, 'last', keys.last);
  const seen = (table.counts.name!.get(keys.name!) ?? 0) > 1;
  return seen ? Math.max(counted, product) : product;
};

export const NAME_FREQUENCY: Frequency<PreparedName> = {
  empty: () => ({ total: 0, counts: Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, number>()])) }),
  add(table, value, count) {
    const keys = keysOfName(value);
    table.total += count;
    for (const kind of ['name', 'surname', 'given', 'first', 'last', 'sound'] as const) bump(table.counts[kind]!, keys[kind], count);
    bump(table.counts.visible!, visibleOf(value), count);
  },
  shares(table, value) {
    const keys = keysOfName(value);
    const mean = means(table);
    const shares = new Float64Array(10).fill(Number.NaN);
    const set = (part: number, chance: number): void => {
      shares[2 * part] = Math.log2(chance);
      shares[2 * part + 1] = shares[2 * part]! - mean[part]!;
    };
    if (keys.name !== null) set(NAME, nameShare(table, keys));
    if (keys.surname !== null) set(SURNAME, ownShare(table.counts.surname!.get(keys.surname) ?? 0, table.total));
    if (keys.given !== null) set(GIVEN, ownShare(table.counts.given!.get(keys.given) ?? 0, table.total));
    if (keys.sound !== null) set(SOUND, ownShare(table.counts.sound!.get(keys.sound) ?? 0, table.total));
    const visible = visibleOf(value);
    if (visible !== null) set(VISIBLE, visibleShare(table, visible));
    return shares;
  },
  bits: (a, b, level, u) => {
    const part = PART_OF_LEVEL[level] ?? -1;
    return part < 0 ? 0 : bitsOf(a, b, part, NAME_LEVELS[level]!.frequency === 'value' ? Math.log2(u) : null);
  },
};
