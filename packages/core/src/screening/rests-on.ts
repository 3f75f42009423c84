// A report that goes no further by itself rests on something else: the open case that has the family, or the earlier report of the same event. What it
// rests on is named, and whoever has that gets the report too, or "the lead has been told" would be a word only (docs/decisions/0114).

import type { DeskOutcome, RiskBand, Urgency } from './desk.ts';

/** What a decision must name; null where it rests on nothing else. */
export type RestsOn = 'case' | 'report';

const named: Readonly<Partial<Record<DeskOutcome, Readonly<Record<string, RestsOn>>>>> = {
  informationOnly: { inService: 'case' },
  notAccepted: { duplicate: 'report' },
};

/** Which kind of thing a decision with this reason rests on. */
export const restsOn = (outcome: DeskOutcome, reason: string | null): RestsOn | null => named[outcome]?.[reason ?? ''] ?? null;

/** How soon who has the case must read what comes: by the band of the report alone, since no rule has sent it there. */
export const urgencyOf = (band: RiskBand): Urgency =>
  (({ extreme: 'immediate', high: 'urgent', medium: 'ordinary', low: 'ordinary' }) as const)[band];
