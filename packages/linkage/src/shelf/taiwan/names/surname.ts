// Where does the surname of a Han name end? Compound surnames from a list, otherwise the first character; a married prefix is told by two surnames in a row.
import { codePoints } from '../../text/index.ts';
import { canonicalOf } from '../characters/index.ts';
import { PointTable } from '../characters/point-table.ts';
import { COMMON_SURNAMES, COMPOUND_SURNAMES, JOINED_SURNAMES, OTHER_SURNAMES } from '../data/surnames.ts';

/** What a character can be, by bit: asked first, for a pair of characters is too long a number to be looked up quickly. */
const [SURNAME, COMPOUND, JOINED] = [1, 2, 4] as const;

interface Lists {
  /** Single surnames, and first characters of the others. */
  readonly kinds: PointTable;
  readonly compound: ReadonlySet<number>;
  readonly joined: ReadonlySet<number>;
}

/** Two canonical characters in one number. */
const pair = (a: number, b: number): number => a * 0x200000 + b;

const pairsOf = (list: string): Set<number> =>
  new Set(
    list.split(' ').map((surname) => {
      const [a, b] = codePoints(surname).map(canonicalOf);
      return pair(a!, b!);
    }),
  );

let lists: Lists | undefined;
const load = (): Lists => {
  const kinds = new PointTable();
  const mark = (char: string, kind: number): void => {
    const point = canonicalOf(char.codePointAt(0)!);
    kinds.set(point, kinds.get(point) | kind);
  };
  for (const char of COMMON_SURNAMES + OTHER_SURNAMES) mark(char, SURNAME);
  for (const surname of COMPOUND_SURNAMES.split(' ')) mark(surname, COMPOUND);
  for (const surname of JOINED_SURNAMES.split(' ')) mark(surname, JOINED);
  return { kinds, compound: pairsOf(COMPOUND_SURNAMES), joined: pairsOf(JOINED_SURNAMES) };
};
const loaded = (): Lists => (lists ??= load());

export interface SurnameSplit {
  /** Characters of the prefix of a married woman's husband's family; 0 or 1. */
  readonly prefix: number;
  /** Characters of the surname after the prefix. */
  readonly surname: number;
}

const SINGLE: SurnameSplit = { prefix: 0, surname: 1 };
const DOUBLE: SurnameSplit = { prefix: 0, surname: 2 };
const PREFIXED: SurnameSplit = { prefix: 1, surname: 1 };
const PREFIXED_DOUBLE: SurnameSplit = { prefix: 1, surname: 2 };

/** Splits the characters of a Han name, as code points; mask characters allowed. */
export const splitSurname = (points: readonly number[]): SurnameSplit => {
  if (points.length < 3) return SINGLE;
  const { kinds, compound, joined } = loaded();
  const first = canonicalOf(points[0]!);
  const second = canonicalOf(points[1]!);
  const kind = kinds.get(first);
  if ((kind & COMPOUND) !== 0 && compound.has(pair(first, second))) return DOUBLE;
  if (points.length < 4) return SINGLE;
  if ((kind & JOINED) !== 0 && joined.has(pair(first, second))) return DOUBLE;
  if ((kind & SURNAME) === 0) return SINGLE;
  if (points.length === 5 && compound.has(pair(second, canonicalOf(points[2]!)))) return PREFIXED_DOUBLE;
  return points.length === 4 && (kinds.get(second) & SURNAME) !== 0 ? PREFIXED : SINGLE;
};

/** Is a text a compound surname by itself (as in 歐陽先生)? */
export const isCompoundSurname = (text: string): boolean => {
  const points = codePoints(text).map(canonicalOf);
  return points.length === 2 && loaded().compound.has(pair(points[0]!, points[1]!));
};
