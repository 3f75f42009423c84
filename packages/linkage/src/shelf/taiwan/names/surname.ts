// Where does the surname of a Han name end? Compound surnames from a list, otherwise the first character; a married prefix is told by two surnames in a row.
import { canonicalText } from '../characters/index.ts';
import { COMMON_SURNAMES, COMPOUND_SURNAMES, JOINED_SURNAMES, OTHER_SURNAMES } from '../data/surnames.ts';

interface Lists {
  readonly single: ReadonlySet<string>;
  readonly compound: ReadonlySet<string>;
  readonly joined: ReadonlySet<string>;
}

let lists: Lists | undefined;
const loaded = (): Lists => {
  lists ??= {
    single: new Set(canonicalText(COMMON_SURNAMES + OTHER_SURNAMES)),
    compound: new Set(canonicalText(COMPOUND_SURNAMES).split(' ')),
    joined: new Set(canonicalText(JOINED_SURNAMES).split(' ')),
  };
  return lists;
};

export interface SurnameSplit {
  /** Characters of the prefix of a married woman's husband's family; 0 or 1. */
  readonly prefix: number;
  /** Characters of the surname after the prefix. */
  readonly surname: number;
}

/** Splits the characters of a Han name, in canonical form; mask characters allowed. */
export const splitSurname = (canonical: readonly string[]): SurnameSplit => {
  const { single, compound, joined } = loaded();
  const first = canonical[0]! + (canonical[1] ?? '');
  if (canonical.length >= 3 && compound.has(first)) return { prefix: 0, surname: 2 };
  if (canonical.length >= 4 && joined.has(first)) return { prefix: 0, surname: 2 };
  if (canonical.length === 5 && single.has(canonical[0]!) && compound.has(canonical[1]! + canonical[2]!)) return { prefix: 1, surname: 2 };
  if (canonical.length === 4 && single.has(canonical[0]!) && single.has(canonical[1]!)) return { prefix: 1, surname: 1 };
  return { prefix: 0, surname: 1 };
};

/** Is a text, in canonical form, a compound surname by itself (as in 歐陽先生)? */
export const isCompoundSurname = (canonical: string): boolean => loaded().compound.has(canonical);
