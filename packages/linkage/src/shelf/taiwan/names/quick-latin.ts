// Names in plain Latin letters (Chen Da-Ming, CHEN, DAMING): one in sixteen, and read as text they took a third of the time of reading all values.
// Read from code units to a row of readings and keys; what it gives is what `prepareName`, `keysOfName` and the normal form give, and all else is left to them.
import type { Imprint } from '../../../roles/types.ts';
import { facetKeyOfUnits, hashed, hashUnits } from '../../text/hash.ts';
import { mayBeEmptyWord } from '../data/placeholders.ts';
import { MOST_READINGS, putSyllable, romanHead } from './compare-romanised.ts';
import { nameLevel } from './levels.ts';
import { cutsOf, MOST_INTERPRETATIONS, MOST_SPOKEN } from './prepare.ts';
import { writeClasses } from './quick.ts';
import { codeOfSyllables, soundClass } from './romanisation.ts';

const [SPACE, QUOTE, BRACKET, COMMA, ZERO, NINE, A, Z, GRAVE, LOW_A, LOW_Z] = [
  ...[0x20, 0x27, 0x28, 0x2c, 0x30, 0x39, 0x41, 0x5a, 0x60, 0x61, 0x7a],
] as [number, number, number, number, number, number, number, number, number, number, number];
const SAME = nameLevel('same');
const MOST_TOKENS = MOST_SPOKEN;
/** Of one token. */
const MOST_SYLLABLES = 4;
const LONGEST = 200;

interface Token {
  readonly units: Uint16Array;
  /** Ways to read it: of every syllable its code, and above it its class of sound. */
  readonly cuts: readonly Int32Array[];
}

const MOST_KEPT = 1 << 14;
let known = new Map<number, Token>();

const text = new Uint16Array(LONGEST);
const written = new Uint16Array(LONGEST * 2);
const tokens: Token[] = [];
const classes = new Int32Array(MOST_SPOKEN);

/** Readings of the tokens so far: their number, their lengths and their syllables. */
class Readings {
  count = 0;
  readonly lengths = new Int32Array(MOST_INTERPRETATIONS);
  readonly syllables = new Int32Array(MOST_INTERPRETATIONS * MOST_TOKENS * MOST_SYLLABLES);
}
const ROOM = MOST_TOKENS * MOST_SYLLABLES;
let [before, after] = [new Readings(), new Readings()];

/** Level of the name against itself; 0 if it is not read. */
export const quickLatin = (units: Uint16Array, length: number, out: Imprint): number => {
  if (length > LONGEST || mayBeEmptyWord(units[0]!, length)) return 0;
  const comma = readTokens(units, length);
  if (comma < 0) return 0;
  speak();
  if (!writeReadings(out.row)) return 0;
  const parted = comma > 0 && comma < tokens.length;
  let end = put(0, 0, parted ? comma : tokens.length);
  out.facets.fill(0);
  if (parted) {
    out.facets[3] = facetKeyOfUnits(written, 0, end);
    written[end++] = COMMA;
    written[end++] = SPACE;
    end = put(end, comma, tokens.length);
  }
  hashUnits(written, 0, end);
  out.high = hashed.high;
  out.low = hashed.low;
  tokens.sort(inOrder);
  out.facets[0] = facetKeyOfUnits(written, 0, put(0, 0, tokens.length));
  out.facets[1] = soundKey();
  return SAME;
};

/** Fills `tokens`, lower case; says how many of them stand before the comma, 0 without one, −1 if the text is not plain. */
const readTokens = (units: Uint16Array, length: number): number => {
  tokens.length = 0;
  let from = 0;
  let end = 0;
  let letters = 0;
  let comma = 0;
  let commas = 0;
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? units[i]! : COMMA;
    if (unit < SPACE || unit > 0x7e || unit === BRACKET) return -1;
    if (unit === SPACE && (i === 0 || i === length - 1 || units[i - 1] === SPACE)) return -1;
    const lower = unit >= A && unit <= Z ? unit + 0x20 : unit === GRAVE ? QUOTE : unit;
    const letter = (lower >= LOW_A && lower <= LOW_Z) || (lower >= ZERO && lower <= NINE);
    if (letter || lower === QUOTE) {
      text[end++] = lower;
      if (letter) letters++;
      continue;
    }
    // What stands behind a second comma is not read, but must be plain as well.
    if (letters > 0 && commas < 2) {
      if (tokens.length === MOST_TOKENS) return -1;
      tokens.push(tokenOf(from, end));
    }
    from = end;
    letters = 0;
    if (unit === COMMA && ++commas === 1) comma = i < length ? tokens.length : 0;
  }
  return tokens.length === 0 ? -1 : comma;
};

const tokenOf = (from: number, to: number): Token => {
  hashUnits(text, from, to);
  const key = hashed.high;
  const found = known.get(key);
  if (found !== undefined && isWritten(found.units, from, to)) return found;
  if (known.size >= MOST_KEPT) known = new Map();
  const units = text.slice(from, to);
  const syllable = (ids: readonly number[]): number => codeOfSyllables(ids) | (soundClass(ids[0]!) << 16);
  const token = { units, cuts: cutsOf(String.fromCharCode(...units)).map((cut) => Int32Array.from(cut, syllable)) };
  known.set(key, token);
  return token;
};

const isWritten = (units: Uint16Array, from: number, to: number): boolean => {
  if (units.length !== to - from) return false;
  for (let i = 0; i < units.length; i++) if (units[i] !== text[from + i]) return false;
  return true;
};

/** All readings of the tokens in order, the first `MOST_INTERPRETATIONS` after each token, those of two to `MOST_SPOKEN` syllables in the end. */
const speak = (): void => {
  before.count = 1;
  before.lengths[0] = 0;
  for (const { cuts } of tokens) {
    after.count = 0;
    for (let r = 0; r < before.count; r++) {
      for (let c = 0; c < cuts.length && after.count < MOST_INTERPRETATIONS; c++) extend(r, cuts[c]!);
    }
    [before, after] = [after, before];
  }
  let kept = 0;
  for (let r = 0; r < before.count; r++) {
    const length = before.lengths[r]!;
    if (length < 2 || length > MOST_SPOKEN) continue;
    for (let i = 0; i < length; i++) before.syllables[kept * ROOM + i] = before.syllables[r * ROOM + i]!;
    before.lengths[kept++] = length;
  }
  before.count = kept;
};

const extend = (reading: number, cut: Int32Array): void => {
  const length = before.lengths[reading]!;
  const to = after.count * ROOM;
  for (let i = 0; i < length; i++) after.syllables[to + i] = before.syllables[reading * ROOM + i]!;
  for (let i = 0; i < cut.length; i++) after.syllables[to + length + i] = cut[i]!;
  after.lengths[after.count++] = length + cut.length;
};

/** As `writeRoman`. */
const writeReadings = (row: Int32Array): boolean => {
  const { count, lengths, syllables } = before;
  if (count > MOST_READINGS) return false;
  row.fill(0);
  row[0] = romanHead(lengths, count);
  for (let r = 0; r < count; r++) {
    for (let i = 0; i < lengths[r]!; i++) {
      const code = syllables[r * ROOM + i]! & 0xffff;
      if (code === 0) return false;
      putSyllable(row, 0, r, i, code);
    }
  }
  return true;
};

/** Key of the classes of the first reading; 0 where there is none. */
const soundKey = (): number => {
  if (before.count === 0) return 0;
  const length = before.lengths[0]!;
  for (let i = 0; i < length; i++) classes[i] = before.syllables[i]! >>> 16;
  classes.subarray(0, length).sort();
  return facetKeyOfUnits(written, 0, writeClasses(classes, length, written));
};

/** Tokens `from` to `to` with spaces between, at `at` of `written`; where they end. */
const put = (at: number, from: number, to: number): number => {
  let end = at;
  for (let t = from; t < to; t++) {
    if (t > from) written[end++] = SPACE;
    const { units } = tokens[t]!;
    for (let i = 0; i < units.length; i++) written[end++] = units[i]!;
  }
  return end;
};

const inOrder = ({ units: a }: Token, { units: b }: Token): number => {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
};
