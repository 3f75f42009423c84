// Which visits and contacts are planned, and what became of each? A plan is met by the record that names it; a new lead takes over the plans of the former one,
// and what is still open when the case ends lapses; whoever is on their way or in the home at that moment goes on telling of it (0092). That a plan's moment has passed without a record is read from the clock, not written.

import type { AccountId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent, MeetingOutcome, PlanFact } from './event.ts';

/** What became of a plan. `nobodyHome`: somebody went or called, and nobody was met. */
export type PlanStatus = 'open' | 'kept' | 'nobodyHome' | 'refused' | 'cancelled' | 'lapsed';

/** What was told of a visit on its way; each moment as it was told first. */
export type UnderWay = {
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly leftAt: Instant | null;
  /** By when whoever goes means to have left; null once they have. */
  readonly until: Instant | null;
};
const notYet: UnderWay = { departedAt: null, arrivedAt: null, leftAt: null, until: null };

/** A visit or another contact that somebody means to make. */
export type PlannedVisit = Omit<PlanFact, 'plan' | 'warnings'> & {
  readonly id: string;
  /** The event that said it as it stands, where its words are. */
  readonly event: string;
  readonly seq: number;
  /** What whoever goes must heed, coded. */
  readonly warnings: readonly string[];
  /** Who meant to go before it passed on: with the lead, or because somebody else goes. */
  readonly former: readonly AccountId[];
  /** Who was to go along and is no more. */
  readonly left: readonly AccountId[];
  readonly status: PlanStatus;
  readonly underWay: UnderWay;
  readonly moved: number;
};

const became: Readonly<Record<MeetingOutcome, PlanStatus>> = {
  met: 'kept',
  notMet: 'nobodyHome',
  notFound: 'nobodyHome',
  refused: 'refused',
};

const changed = (plans: readonly PlannedVisit[], id: string, change: (plan: PlannedVisit) => PlannedVisit): readonly PlannedVisit[] =>
  plans.map((plan) => (plan.id === id && plan.status === 'open' ? change(plan) : plan));

/** Somebody else goes; what was told on the way was told by whoever went before, and stands. */
const passedOn = (plan: PlannedVisit, to: AccountId): PlannedVisit => ({
  ...plan,
  account: to,
  along: plan.along.filter((one) => one !== to),
  former: [...plan.former.filter((one) => one !== to && one !== plan.account), plan.account],
});

/** The plans after one more event. */
export function stepPlans(plans: readonly PlannedVisit[], event: CaseEvent): readonly PlannedVisit[] {
  switch (event.type) {
    case 'visitPlanned': {
      const { plan, warnings = [], ...rest } = event.facts;
      return [
        ...plans,
        { ...rest, warnings, id: plan, event: event.id, seq: event.seq, former: [], left: [], status: 'open', moved: 0, underWay: notYet },
      ];
    }
    case 'visitChanged': {
      const { plan: id, changed: parts, wasAt: _wasAt, account, ...rest } = event.facts;
      const moved = parts.includes('at') ? 1 : 0;
      return changed(plans, id, (before) => {
        const plan = parts.includes('account') ? passedOn(before, account) : before;
        return {
          ...plan,
          ...rest,
          event: event.id,
          seq: event.seq,
          moved: plan.moved + moved,
          left: [...new Set([...before.left, ...before.along])].filter((one) => !rest.along.includes(one)),
        };
      });
    }
    case 'visitUnderWay': {
      const { plan: id, step, until } = event.facts;
      const told = (plan: PlannedVisit): PlannedVisit => ({
        ...plan,
        underWay: {
          ...plan.underWay,
          [`${step}At`]: plan.underWay[`${step}At`] ?? event.happenedAt,
          until: step === 'left' ? null : until,
        },
      });
      return plans.map((plan) => (plan.id === id && (plan.status === 'open' || stillOut(plan)) ? told(plan) : plan));
    }
    case 'visitMoved':
      return changed(plans, event.facts.plan, (plan) => ({ ...plan, at: event.facts.at, moved: plan.moved + 1 }));
    case 'visitCancelled':
      return changed(plans, event.facts.plan, (plan) => ({ ...plan, status: 'cancelled' }));
    case 'visitRecorded':
    case 'contactRecorded': {
      const { plan, outcome } = event.facts;
      // Met before the case ended and recorded afterwards: it did not lapse.
      const meets = (one: PlannedVisit): boolean => one.id === plan && (one.status === 'open' || one.status === 'lapsed');
      return plan == null ? plans : plans.map((one) => (meets(one) ? { ...one, status: became[outcome] } : one));
    }
    case 'leadHandedOver': {
      const { from, to } = event.facts;
      return plans.map((plan) =>
        plan.status === 'open' && from !== null && plan.account === from && from !== to ? passedOn(plan, to) : plan,
      );
    }
    case 'openingDecided':
    case 'closureDecided': {
      const ends = event.facts.approved && (event.type === 'closureDecided' || event.facts.outcome === 'notOpened');
      return ends ? plans.map((plan) => (plan.status === 'open' ? { ...plan, status: 'lapsed' } : plan)) : plans;
    }
    default:
      return plans;
  }
}

/** Whether somebody told that they set out for it and has not told that they are out again: also where the case ended meanwhile. */
export function stillOut(plan: PlannedVisit): boolean {
  return (plan.status === 'open' || plan.status === 'lapsed') && plan.underWay.until !== null;
}

/** Whether somebody is out for it now, and within the time that they told: nobody takes their place, or the visit away, behind their back. */
export function isOut(plan: PlannedVisit, now: Instant): boolean {
  return stillOut(plan) && plan.underWay.until !== null && plan.underWay.until > now;
}

/** The plans that are still to be met, the nearest first. */
export function openPlans(plans: readonly PlannedVisit[]): PlannedVisit[] {
  return plans.filter((plan) => plan.status === 'open').sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
