// Under which keys do the ways of writing one name meet? Canonical characters, sound (the same for Han and romanised), masked form, surname, given name.
import { canonicalText, syllableOf } from '../characters/index.ts';
import { MASK } from './parse.ts';
import {
  CANONICAL,
  type HanRow,
  isOpen,
  lengthOf,
  masksOf,
  type PreparedName,
  prepareName,
  SOUND,
  surnameLengthOf,
  type Tokens,
} from './prepare.ts';
import { soundClass } from './romanisation.ts';

export interface NameKeys {
  /** All characters in canonical form; null where any is hidden. */
  readonly name: string | null;
  /** Classes of the syllables in ascending order: 陳大明, Chen Da-Ming and Ch'en Ta-ming share it. */
  readonly sound: string | null;
  /** 陳○明: first and last character; what masked and full forms of a name share. */
  readonly masked: string | null;
  readonly surname: string | null;
  readonly given: string | null;
  /** First and last character of the given name. */
  readonly first: string | null;
  readonly last: string | null;
}

const NONE: NameKeys = { name: null, sound: null, masked: null, surname: null, given: null, first: null, last: null };

export const keysOfName = (name: PreparedName): NameKeys => (name.kind === 'han' ? keysOfHan(name) : keysOfTokens(name));

/** Keys of a name as written; all null if it says nothing. */
export const nameKeys = (raw: string | null): NameKeys => {
  const name = prepareName(raw);
  return name ? keysOfName(name) : NONE;
};

const keysOfHan = ({ row }: HanRow): NameKeys => {
  const head = row[0]!;
  const length = lengthOf(head);
  const surnameLength = Math.min(surnameLengthOf(head), length);
  const hidden = masksOf(head);
  const text = (from: number, to: number): string | null => {
    if (from >= to || (hidden & (((1 << to) - 1) & ~((1 << from) - 1))) !== 0) return null;
    let out = '';
    for (let i = from; i < to; i++) out += String.fromCodePoint(row[CANONICAL + i]!);
    return out;
  };
  const surname = text(0, surnameLength);
  const last = text(length - 1, length);
  const whole = isOpen(head) ? null : text(0, length);
  return {
    name: whole,
    sound: whole === null ? null : soundKey(row, length),
    masked:
      isOpen(head) || surname === null || last === null || length === surnameLength
        ? null
        : surname + MASK.repeat(length - surnameLength - 1) + last,
    surname,
    given: isOpen(head) ? null : text(surnameLength, length),
    first: isOpen(head) ? null : text(surnameLength, surnameLength + 1),
    last: isOpen(head) ? null : last,
  };
};

const soundKey = (row: Int32Array, length: number): string | null => {
  const classes: number[] = [];
  for (let i = 0; i < length; i++) classes.push(soundClass(syllableOf(row[SOUND + i]! & 0xffff)));
  return classes.includes(0) ? null : classes.sort((a, b) => a - b).join(' ');
};

const keysOfTokens = (name: Tokens): NameKeys => {
  const sorted = [...name.tokens].map(canonicalText).sort();
  const spoken = name.spoken[0];
  const classes = spoken?.map((ids) => soundClass(ids[0]!)).sort((a, b) => a - b);
  return {
    name: name.kind === 'latin' ? sorted.join(' ') : name.tokens.map(canonicalText).join(''),
    sound: classes ? classes.join(' ') : null,
    masked: null,
    surname: name.surname ?? (name.kind === 'latin' ? null : canonicalText(name.tokens.at(-1)!)),
    given: name.tokens.length > 1 && name.kind === 'indigenous' ? canonicalText(name.tokens[0]!) : null,
    first: null,
    last: null,
  };
};
