// A name made ready for comparison: Han names as one row of integers (raw and canonical characters, readings), other names as tokens.
import { codePoints, foldLatin } from '../../text/index.ts';
import { canonicalOf, soundOf, surnameSoundOf } from '../characters/index.ts';
import { MASK, type ParsedName, parseName } from './parse.ts';
import { cutSyllables } from './romanisation.ts';

/** Characters that fit into a row; longer Han names are compared as tokens. */
const MOST = 5;
/** Row: head, then raw characters, canonical characters and sounds, `MOST` each. */
export const RAW = 1;
export const CANONICAL = RAW + MOST;
export const SOUND = CANONICAL + MOST;
export const WIDTH = SOUND + MOST;

/** Head: length (3 bits), surname length incl. prefix offset (3), prefix (1), given name unknown (1), mask bits (`MOST`). */
export const lengthOf = (head: number): number => head & 7;
export const surnameLengthOf = (head: number): number => (head >> 3) & 7;
export const prefixOf = (head: number): number => (head >> 6) & 1;
export const isOpen = (head: number): boolean => (head & 128) !== 0;
export const masksOf = (head: number): number => head >> 8;

const MASK_POINT = MASK.codePointAt(0)!;

export interface HanRow {
  readonly kind: 'han';
  readonly row: Int32Array;
  readonly normal: string;
}
export interface Tokens {
  readonly kind: 'indigenous' | 'latin' | 'long';
  readonly tokens: readonly string[];
  /** Code points of the tokens in alphabetical order, joined; for edit similarity. */
  readonly sorted: readonly number[];
  /** Possible readings as Mandarin: each a list of syllables, each syllable a list of ids. */
  readonly spoken: readonly (readonly (readonly number[])[])[];
  /** The surname where it was written before a comma. */
  readonly surname: string | null;
  readonly normal: string;
}
export type PreparedName = HanRow | Tokens;

/** A raw name → ready for comparison; null if it says nothing. */
export const prepareName = (raw: string | null): PreparedName | null => {
  const parsed = parseName(raw);
  return parsed && prepareParsed(parsed);
};

export const prepareParsed = (parsed: ParsedName): PreparedName => {
  if (parsed.kind !== 'han') return tokensOf(parsed.kind, parsed.tokens, parsed.surname ?? null, parsed.normal);
  const points = codePoints(parsed.normal);
  if (points.length > MOST) return tokensOf('long', [parsed.normal], null, parsed.normal);
  return { kind: 'han', row: rowOf(points, parsed), normal: parsed.normal };
};

/** `surname` counts the prefix. 陳○○ says no more than 陳先生: two hidden characters are a habit of systems, one stands for one. */
export const headOf = (length: number, surname: number, prefix: number, masks: number): number => {
  const given = ((1 << length) - 1) & ~((1 << surname) - 1);
  const open = length === surname || (length - surname > 1 && (masks & given) === given);
  return length | (surname << 3) | (prefix << 6) | (open ? 128 : 0) | (masks << 8);
};

const rowOf = (
  points: readonly number[],
  name: { readonly prefix?: string; readonly surname: string; readonly given: string | null },
): Int32Array => {
  const row = new Int32Array(WIDTH);
  const prefix = name.prefix ? 1 : 0;
  const surname = prefix + codePoints(name.surname).length;
  let masks = 0;
  points.forEach((point, i) => {
    if (point === MASK_POINT) masks |= 1 << i;
  });
  row[0] = headOf(points.length, surname, prefix, masks);
  points.forEach((point, i) => {
    row[RAW + i] = point;
    row[CANONICAL + i] = point === MASK_POINT ? 0 : canonicalOf(point);
    row[SOUND + i] = point === MASK_POINT ? 0 : i < surname ? surnameSoundOf(point) : soundOf(point);
  });
  return row;
};

const tokensOf = (kind: Tokens['kind'], tokens: readonly string[], surname: string | null, normal: string): Tokens => ({
  kind,
  tokens,
  sorted: codePoints([...tokens].sort().join(' ')),
  spoken: kind === 'latin' ? spokenOf(tokens) : [],
  surname,
  normal,
});

export const MOST_INTERPRETATIONS = 8;
/** Syllables of a reading, and tokens that are read. */
export const MOST_SPOKEN = MOST;
/** Spelled syllables are few and their names many. */
const MOST_CUTS = 1 << 14;
type Cuts = ReturnType<typeof cutSyllables>;
let cutsByToken = new Map<string, Cuts>();
/** Ways to cut a token, lower case, into syllables; the same list for the same token. */
export const cutsOf = (token: string): Cuts => {
  let cuts = cutsByToken.get(token);
  if (cuts === undefined) {
    if (cutsByToken.size >= MOST_CUTS) cutsByToken = new Map();
    cuts = cutSyllables(foldLatin(token).slice(0, 24));
    cutsByToken.set(token, cuts);
  }
  return cuts;
};

/** Readings of all tokens in order; every token must be readable as Mandarin, else none is. */
const spokenOf = (tokens: readonly string[]): readonly (readonly (readonly number[])[])[] => {
  if (tokens.length > MOST_SPOKEN) return [];
  let readings: (readonly (readonly number[])[])[] = [[]];
  for (const token of tokens) {
    const cuts = cutsOf(token);
    readings = readings.flatMap((before) => cuts.map((cut) => [...before, ...cut])).slice(0, MOST_INTERPRETATIONS);
  }
  return readings.filter((reading) => reading.length >= 2 && reading.length <= MOST_SPOKEN);
};
