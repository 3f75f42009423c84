// Heads in a second place: whoever holds both the database and the file beside it can cut the end of either and write the last block anew; a copy that leaves the
// machine (another machine's append-only share, a memory stick, paper) tells.

import { dateIn, instantFromMs, taipei } from '@anwang/core/time';
import type { KeyRing } from '../keys/index.ts';
import { appendHeads, readHeads, standingHeads } from './heads.ts';

/** How many were added; `parted`: the block at which the copy knows a head that the file does not. Then nothing was added. */
export type CopiedHeads = { readonly copied: number; readonly parted: number | null };

/** Adds to `to` what `from` has more, at its end only: `to` may be a file that can only be appended to. */
export function copyHeads(from: string, to: string, ring: KeyRing): CopiedHeads {
  const here = readHeads(from, ring).heads;
  const there = readHeads(to, ring).heads;
  const known = new Map(here.map((head, index) => [head.signature, index]));
  const foreign = there.find((head) => !known.has(head.signature));
  if (foreign !== undefined) return { copied: 0, parted: foreign.seq };
  const last = there.at(-1);
  const missing = here.slice(last === undefined ? 0 : (known.get(last.signature) ?? -1) + 1);
  if (missing.length === 0) return { copied: 0, parted: null };
  appendHeads(to, missing);
  return { copied: missing.length, parted: null };
}

/** The last head of each day in Taipei time, for paper: the block and the first sixteen signs of its seal. */
export function dailyHeads(file: string, ring: KeyRing): { readonly day: string; readonly seq: number; readonly code: string }[] {
  const days = new Map<string, { day: string; seq: number; code: string }>();
  for (const head of standingHeads(readHeads(file, ring).heads)) {
    const day = dateIn(taipei, instantFromMs(Date.parse(head.at)));
    days.set(day, { day, seq: head.seq, code: head.mac.slice(0, 16) });
  }
  return [...days.values()];
}
