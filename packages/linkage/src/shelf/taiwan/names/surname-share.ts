// How telling is a surname without a file to count in? From the Ministry of the Interior's shares: 陳 is shared by one in nine, 粘 by hardly anybody.
import { canonicalText } from '../characters/index.ts';
import { SURNAME_SHARES } from '../data/surnames.ts';
import { keysOfName } from './keys.ts';
import type { PreparedName } from './prepare.ts';

/** Per mille taken for a surname outside the table. */
const OTHER = 1;
const MOST_BITS = 3;

interface Shares {
  readonly byName: ReadonlyMap<string, number>;
  /** Mean share as a random person's surname has it, per mille. */
  readonly mean: number;
}

let shares: Shares | undefined;

const load = (): Shares => {
  const rows = Object.entries(SURNAME_SHARES);
  const total = rows.reduce((sum, [, share]) => sum + share, 0);
  const mean = rows.reduce((sum, [, share]) => sum + share * share, (1000 - total) * OTHER) / 1000;
  return { byName: new Map(rows.map(([name, share]) => [canonicalText(name), share])), mean };
};

/** log2(mean share / share) of a name's surname, within three bits; 0 where the surname is not known. */
export const surnameBits = (name: PreparedName): number => {
  shares ??= load();
  const { surname } = keysOfName(name);
  if (surname === null) return 0;
  return Math.min(MOST_BITS, Math.max(-MOST_BITS, Math.log2(shares.mean / (shares.byName.get(surname) ?? OTHER))));
};
