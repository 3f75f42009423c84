// Which children of a case are kept away from home by the authority, since when and on what ground? An emergency placement holds 72 hours, a court's ruling carries it on
// three months at a time (兒少權法 56, 57, 59). Where a child is kept is not in here: it is a hidden contact of the child (house law 8), named by its id only.

import type { PersonId } from '../lang/ids.ts';
import { endOfMonths } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import { addDays, type PlainDate } from '../time/plain-date.ts';
import type { CaseEvent } from './event.ts';
import { type Replacement, whoIs } from './membership.ts';
import type { CourtAsk, CourtOutcome, PlacementParty } from './placement-words.ts';

/** A child kept away from home. */
export type Placement = {
  readonly id: string;
  /** As the event named them; who they are now is read by `placementsNow`. */
  readonly named: PersonId;
  readonly seq: number;
  readonly event: string;
  readonly ground: string;
  readonly kind: string;
  /** The hidden contact that says where; null where nobody said. */
  readonly contact: string | null;
  readonly begunAt: Instant;
  readonly told: Readonly<Record<PlacementParty, Instant | null>>;
  /** Why parents or guardian need not be told (57-I). */
  readonly notTold: string | null;
  /** What the court has been asked and has not answered. */
  readonly asked: { readonly what: CourtAsk; readonly at: Instant } | null;
  readonly ruling: { readonly outcome: CourtOutcome; readonly at: Instant; readonly until: PlainDate | null } | null;
  /** The last day that a court has granted. */
  readonly until: PlainDate | null;
  readonly endedAt: Instant | null;
  readonly how: string | null;
};

/** `emergency` the 72 hours · `asked` the court has not decided · `continued` by ruling · `mustEnd` refused or revoked · `ended`. */
export type PlacementPhase = 'emergency' | 'asked' | 'continued' | 'mustEnd' | 'ended';

/** How it stands. */
export function placementPhase({ endedAt, asked, ruling }: Placement): PlacementPhase {
  if (endedAt !== null) return 'ended';
  if (asked !== null) return 'asked';
  if (ruling === null) return 'emergency';
  return ruling.outcome === 'granted' ? 'continued' : 'mustEnd';
}

/** What is asked of the court next: to carry on, for longer, or again. */
export function nextAsk(placement: Placement): CourtAsk | null {
  const asks = { emergency: 'continue', continued: 'extend', mustEnd: 'appeal', asked: null, ended: null } as const;
  return asks[placementPhase(placement)];
}

/** The last day that a ruling from a day on may grant: three months with that day counted (57-II; a ruling names the day from which it holds). */
export function latestUntil(from: PlainDate): PlainDate {
  return endOfMonths(addDays(from, -1), 3);
}

const of = (placements: readonly Placement[], id: string, change: (one: Placement) => Partial<Placement>): readonly Placement[] =>
  placements.map((one) => (one.id === id && one.endedAt === null ? { ...one, ...change(one) } : one));

/** The placements after one more event. */
export function stepPlacements(placements: readonly Placement[], event: CaseEvent): readonly Placement[] {
  const at = event.happenedAt;
  switch (event.type) {
    case 'placementBegun': {
      const { placement: id, person, ground, kind, contact, courtTold, policeTold, guardianTold, prosecutorTold, notTold } = event.facts;
      const told = { court: courtTold, police: policeTold, guardian: guardianTold, prosecutor: prosecutorTold };
      const begun = { id, named: person, seq: event.seq, event: event.id, ground, kind, contact, begunAt: at, told, notTold };
      return [...placements, { ...begun, asked: null, ruling: null, until: null, endedAt: null, how: null }];
    }
    case 'placementTold': {
      const { placement, party, notTold } = event.facts;
      return of(placements, placement, (one) => (notTold === null ? { told: { ...one.told, [party]: at } } : { notTold }));
    }
    case 'placementMoved': {
      const { placement, kind, contact } = event.facts;
      return of(placements, placement, () => ({ kind, contact }));
    }
    case 'courtAsked': {
      const { placement, what } = event.facts;
      return of(placements, placement, () => ({ asked: { what, at } }));
    }
    case 'courtRuled': {
      const { placement, outcome, until } = event.facts;
      return of(placements, placement, (one) => ({
        asked: null,
        ruling: { outcome, at, until },
        // Refused an extension, what was granted before still holds until its day; revoked, nothing does.
        until: outcome === 'granted' ? until : outcome === 'revoked' ? null : one.until,
      }));
    }
    case 'placementEnded': {
      const { placement, how } = event.facts;
      return of(placements, placement, () => ({ endedAt: at, how, asked: null }));
    }
    default:
      return placements;
  }
}

type Known = { readonly placements: readonly Placement[]; readonly replacements: readonly Replacement[] };

/** Those that are in force, each with who the child is now. */
export function placementsNow({ placements, replacements }: Known): (Placement & { readonly person: PersonId })[] {
  return placements.filter((one) => one.endedAt === null).map((one) => ({ ...one, person: whoIs(replacements, one.named, one.seq) }));
}

/** Whether a child is kept away from home now. */
export function isPlaced(state: Known, person: PersonId): boolean {
  return placementsNow(state).some((one) => one.person === person);
}
