// Does the receiving unit say "not ours", and what does the arbiter say? A few dispatches are disputed and upheld a day or so later; those of the present
// wait for the arbiter. (Sending on to another unit is left to whoever tries the demo.)

import type { Chance } from '../chance/index.ts';
import { office, withinHours } from '../hours/index.ts';

export interface SynthDispute {
  readonly by: string;
  readonly atMs: number;
  readonly reason: 'notOurProgramme' | 'otherDistrict' | 'otherUnitLeads' | 'noCapacity';
  readonly note: string;
  /** Null while it waits for the arbiter. */
  readonly decided: { readonly by: string; readonly atMs: number; readonly reason: string } | null;
}

const HOUR = 3_600_000;
/** Reaches over a weekend. */
const LATELY = 4 * 24 * HOUR;
/** An assumption; many of the last days, so that an arbiter finds work on the day of first start. */
const SHARE = { ever: 0.04, lately: 0.5 };

const NOTES: Readonly<Record<SynthDispute['reason'], string>> = {
  notOurProgramme: '經初步查證無本體系服務事由，請改派。',
  otherDistrict: '案家實際居住於他區，非本中心責任區。',
  otherUnitLeads: '案家已由其他單位主責服務中，建議由該單位併案。',
  noCapacity: '本中心本月人力不足，恐延誤處理時效。',
};
const WORD = '依派案原則及責任區查核，維持原派案，請受派單位受案。';

/** The dispute of a dispatch, or null. @param parties the supervisor who disputes and the arbiter who decides */
export const drawDispute = (
  chance: Chance,
  {
    sentMs,
    anchorMs,
    ...parties
  }: { readonly sentMs: number; readonly anchorMs: number; readonly supervisor: string; readonly arbiter: string },
): SynthDispute | null => {
  if (!chance.bool(anchorMs - sentMs < LATELY ? SHARE.lately : SHARE.ever)) return null;
  const atMs = withinHours(sentMs + (0.3 + chance.wait(4)) * HOUR, office, chance.next());
  if (atMs > anchorMs) return null;
  const decidedMs = withinHours(atMs + (20 + chance.wait(6)) * HOUR, office, chance.next());
  const reason = chance.weighted([
    ['notOurProgramme', 3],
    ['otherDistrict', 3],
    ['otherUnitLeads', 3],
    ['noCapacity', 1],
  ] as const);
  return {
    by: parties.supervisor,
    atMs,
    reason,
    note: NOTES[reason],
    decided: decidedMs > anchorMs ? null : { by: parties.arbiter, atMs: decidedMs, reason: WORD },
  };
};
