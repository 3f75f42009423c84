// How does a romanised name agree with a Han name? By the syllables that its spelling can stand for, in the row beside which it is laid.
import { syllableOf } from '../characters/index.ts';
import { nameLevel } from './levels.ts';
import { lengthOf, masksOf, SOUND, surnameLengthOf, type Tokens } from './prepare.ts';
import { codeOfSyllables, syllablesOfCode } from './romanisation.ts';

type Spoken = Tokens['spoken'][number];

const [DIFFERENT, ROMANISED, MASKED, DROPPED, ONE_DIFFERS, SURNAME] = (
  ['different', 'romanised', 'masked', 'dropped', 'one-differs', 'surname'] as const
).map(nameLevel) as [number, number, number, number, number, number];

/** The surname first or last, the given name in its order; the best of all ways to read the spelling. Hidden characters may be anything. */
export const compareRomanised = (readings: number, reading: (i: number) => Spoken, row: Int32Array, base: number): number => {
  const head = row[base]!;
  const surname = surnameLengthOf(head);
  if (lengthOf(head) < 2 || surname >= lengthOf(head)) return DIFFERENT;
  let best = 0;
  for (let i = 0; i < readings; i++) {
    const spoken = reading(i);
    best = Math.max(best, fit(spoken, row, base, 0, surname), fit(spoken, row, base, surname, surname));
    if (best === ALL) return masksOf(head) === 0 ? ROMANISED : MASKED;
  }
  if (best === ONE_LEFT_OUT) return DROPPED;
  if (best === MOST_OF_IT) return ONE_DIFFERS;
  return best >= ONLY_SURNAME ? SURNAME : DIFFERENT;
};

const ALL = 4;
const MOST_OF_IT = 3;
const ONE_LEFT_OUT = 2;
const ONLY_SURNAME = 1;

/** All syllables fit; the surname and all but one of at least two given ones; all that there are, one given one being left out; the surname; nothing. */
const fit = (reading: Spoken, row: Int32Array, base: number, shift: number, surname: number): number => {
  const length = lengthOf(row[base]!);
  const given = length - surname;
  const from = shift === 0 ? 0 : reading.length - surname;
  if (from < 0) return 0;
  for (let i = 0; i < surname; i++) if (!reads(reading[from + i], row, base, i)) return 0;
  if (reading.length === length - 1 && given >= 2) {
    const rest = shift === 0 ? reading.slice(surname) : reading.slice(0, from);
    return isPartOfGiven(rest, row, base, surname, length) ? ONE_LEFT_OUT : ONLY_SURNAME;
  }
  if (reading.length !== length) return ONLY_SURNAME;
  let fitting = 0;
  // With the surname last, the characters are read from the first given one on.
  for (let i = 0; i < length; i++) if (reads(reading[i], row, base, (i + shift) % length)) fitting++;
  return fitting === length ? ALL : given >= 2 && fitting === length - 1 ? MOST_OF_IT : ONLY_SURNAME;
};

/** Do the syllables follow one another in the given name, with characters between left out? */
const isPartOfGiven = (syllables: Spoken, row: Int32Array, base: number, surname: number, length: number): boolean => {
  let taken = 0;
  for (let i = surname; i < length && taken < syllables.length; i++) if (reads(syllables[taken], row, base, i)) taken++;
  return taken === syllables.length;
};

const reads = (syllable: readonly number[] | undefined, row: Int32Array, base: number, at: number): boolean => {
  if (syllable === undefined) return false;
  if ((masksOf(row[base]!) & (1 << at)) !== 0) return true;
  const sound = row[base + SOUND + at]!;
  return syllable.includes(syllableOf(sound & 0xffff)) || (sound >>> 16 !== 0 && syllable.includes(sound >>> 19));
};

/** A row that holds no characters but readings: their number above these bits, the length of each in three bits. */
const ROMAN = 1 << 28;
export const MOST_READINGS = 5;
/** Syllables of a reading, two an int. */
const MOST_SYLLABLES = 6;
const INTS = MOST_SYLLABLES / 2;

export const isRoman = (head: number): boolean => head >= ROMAN;

/** The readings of a romanised name as a row to be laid beside rows of Han names; false if there are too many. */
export const writeRoman = ({ spoken }: Tokens, out: Int32Array, at: number): boolean => {
  if (spoken.length > MOST_READINGS || spoken.some((reading) => reading.length > MOST_SYLLABLES)) return false;
  out[at] = romanHead(
    spoken.map((reading) => reading.length),
    spoken.length,
  );
  for (const [r, reading] of spoken.entries()) {
    for (const [i, ids] of reading.entries()) {
      const code = codeOfSyllables(ids);
      if (code === 0) return false;
      putSyllable(out, at, r, i, code);
    }
  }
  return true;
};

/** Head of a row of so many readings. */
export const romanHead = (lengths: ArrayLike<number>, readings: number): number => {
  let head = ROMAN | (readings << 20);
  for (let r = 0; r < readings; r++) head |= lengths[r]! << (r * 3);
  return head;
};

/** Writes syllable `i` of reading `r` into a row that is empty there. */
export const putSyllable = (out: Int32Array, at: number, r: number, i: number, code: number): void => {
  const place = at + 1 + r * INTS + (i >> 1);
  out[place] = out[place]! | (code << ((i & 1) * 16));
};

const scratch: (readonly number[])[] = [];

/** Level of a row of readings and a row of a Han name. */
export const compareRomanRow = (roman: Int32Array, at: number, row: Int32Array, base: number): number => {
  const head = roman[at]!;
  const reading = (r: number): Spoken => {
    scratch.length = (head >> (r * 3)) & 7;
    for (let i = 0; i < scratch.length; i++)
      scratch[i] = syllablesOfCode((roman[at + 1 + r * INTS + (i >> 1)]! >>> ((i & 1) * 16)) & 0xffff);
    return scratch;
  };
  return compareRomanised((head >> 20) & 7, reading, row, base);
};
