// What is said of a child kept away from home, coded: who is told, what a court is asked and answers, and the facts of the events.

import type { PersonId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** Who is told of a placement (57-I: court, police, parents or guardian; the prosecutor where it is reported as an offence). */
export const placementParties = ['court', 'police', 'guardian', 'prosecutor'] as const;
export type PlacementParty = (typeof placementParties)[number];
/** What a court is asked for: to carry on after the 72 hours, for another three months, or to look again at what it decided. */
export type CourtAsk = 'continue' | 'extend' | 'appeal';
/** What a court decided; `revoked` also when somebody else asked it (59-III). */
export type CourtOutcome = 'granted' | 'refused' | 'revoked';

/** The facts of each type of event about a placement. */
export type PlacementFacts = {
  /** A child is taken into keeping (兒少權法 56). `ground`: the item of article 56; `kind`: TWSS placement type; `contact`: the hidden contact that says where, never what it says. */
  placementBegun: {
    placement: string;
    person: PersonId;
    ground: string;
    kind: string;
    contact: string | null;
    /** When each was told; null: not yet, and then a clock asks. */
    courtTold: Instant | null;
    policeTold: Instant | null;
    guardianTold: Instant | null;
    prosecutorTold: Instant | null;
    notTold: string | null;
  };
  /** Somebody was told of it afterwards; `notTold`: parents or guardian need not be, and why. */
  placementTold: { placement: string; person: PersonId; party: PlacementParty; notTold: string | null };
  /** The child is kept elsewhere from now on (TWSS placement-ended X). */
  placementMoved: { placement: string; person: PersonId; kind: string; contact: string | null };
  courtAsked: { placement: string; person: PersonId; what: CourtAsk };
  /** `from` and `until`: the first and the last day that the court grants. Refused: `until` is the last day that holds by an earlier ruling, null where none does. */
  courtRuled: { placement: string; person: PersonId; outcome: CourtOutcome; from: PlainDate | null; until: PlainDate | null };
  placementEnded: { placement: string; person: PersonId; how: string };
};
