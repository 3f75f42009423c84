// Why does a row stand on the worklist now? What started its clock, what would end it, and what was tried in vain since.

import type { OutputOf } from '@anwang/contract';
import { decide } from '@anwang/core/access';
import { caseActions, caseEventLabels, isCaseEventType } from '@anwang/core/cases';
import type { ClockRule, EventPattern, Programme } from '@anwang/core/programs';
import { references } from '@anwang/core/rules';
import type { Instant } from '@anwang/core/time';
import { findInstrument } from '@anwang/packs';
import type { vainAttempts } from '@anwang/store/casework';
import { both } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';

type Due = OutputOf<'cases', 'worklist'>['due'][number];
type Attempt = Awaited<ReturnType<typeof vainAttempts>>[number];
type Clock = { readonly rule: string; readonly instance: string; readonly started_at: Instant; readonly planned_at: Instant | null };
type Words = { zh: string; en: string };

const meetings = ['visitRecorded', 'contactRecorded'];

const labelOf = (type: string | undefined): Words | null =>
  type === 'reportReceived'
    ? { zh: '通報', en: 'Reported' }
    : type !== undefined && isCaseEventType(type)
      ? both(caseEventLabels[type])
      : null;

/** Of a clock that an assessment stops: the last time since it runs that the assessment could not be done. */
function gapOf(stops: readonly string[], since: Instant, attempts: readonly Attempt[]): Due['gap'] {
  if (!stops.includes('assessmentCompleted')) return null;
  const last = attempts.findLast((one) => one.type === 'assessmentNotDone' && one.happened_at >= since);
  const reason = last && findInstrument(last.instrument, last.version)?.notDone.find((one) => one.code === last.reason);
  return last && reason ? { at: last.happened_at, reason: both(reason.label) } : null;
}

/** Of a clock that a visit or a contact stops: the last time since it runs that nobody was met, or not the one whom the clock asks for. */
function triedOf(stops: EventPattern | null | undefined, since: Instant, attempts: readonly Attempt[]): Due['tried'] {
  const asksFor = stops?.where !== undefined && references(stops.where).includes('subjectMet');
  const last = attempts.findLast(
    ({ type, outcome, happened_at }) =>
      meetings.includes(type) && stops?.types.includes(type) && happened_at >= since && (outcome !== 'met' || asksFor),
  );
  return last ? { at: last.happened_at, outcome: last.outcome, method: last.method } : null;
}

/** What began this round: the first as the rule says; a later one with what ended the one before, or, where that is never asked twice, with the reopening. */
export function startOf({ repeat, starts, stops }: Pick<ClockRule, 'repeat' | 'starts' | 'stops'>, instance: string): string | undefined {
  if (!instance.includes('#')) return starts.types[0];
  return repeat === 'once' ? 'caseReopened' : repeat === 'restart' ? stops?.types[0] : starts.types[0];
}

/** What the row says beside its clock. `own`: the caller leads the case or helps in it. */
export function whyNow(
  programme: Programme,
  clock: Clock,
  attempts: readonly Attempt[],
  own: boolean,
  call: Call,
): Pick<Due, 'startedBy' | 'awaits' | 'gap' | 'tried' | 'plans' | 'plannedAt'> {
  const rule = programme.clocks.find((one) => one.id === clock.rule);
  const stops = rule?.stops?.types ?? [];
  const asks = stops.some((type) => meetings.includes(type));
  const { access } = caseActions.planVisit;
  return {
    startedBy: labelOf(rule && startOf(rule, clock.instance)),
    awaits: labelOf(stops[0]),
    gap: gapOf(stops, clock.started_at, attempts),
    tried: triedOf(rule?.stops, clock.started_at, attempts),
    plannedAt: asks ? clock.planned_at : null,
    plans: own && asks && decide(call.actor, access, call.purpose, null, call.now).allow,
  };
}
