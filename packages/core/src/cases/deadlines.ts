// What is due in this case, and how does each clock stand? Read from the events and the programme's clock rules; the store keeps the result as a projection.

import { byCode } from '../lang/by-code.ts';
import type { ClockRule } from '../programs/clock-rule.ts';
import type { Programme } from '../programs/program.ts';
import { limitAt } from '../programs/visit-limit.ts';
import type { RuleContext } from '../rules/evaluate.ts';
import { dueWithPauses, type TimeContext } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import { type PlainDate, parsePlainDate } from '../time/plain-date.ts';
import { endOfDay } from '../time/zone.ts';
import { type Adopted, adoptedLast, clocksCarried, keptClocks, roundsBefore, settledDue, stillRuns } from './adoption.ts';
import type { Clock, ClockStatus } from './clock.ts';
import { clockRounds, eventFacts, type Round } from './clock-rounds.ts';
import { dueByLevel } from './due-by-level.ts';
import type { CaseEvent } from './event.ts';
import { levelsSaid } from './service-level.ts';

function statusOf(rule: ClockRule, running: Round, due: Instant | null, now: Instant): ClockStatus {
  if (running.cancelled) return 'cancelled';
  if (running.stoppedAt !== null) return due === null || running.stoppedAt <= due ? 'met' : 'late';
  if (running.pauses.at(-1)?.to === null) return 'paused';
  if (due === null || now <= due) return 'running';
  return rule.stops === null ? 'over' : 'overdue';
}

/** What reading clocks needs: now, zone and calendar. */
export type DeadlineContext = RuleContext & TimeContext;

/** The day that the event which opened a round names; undefined where it names none. */
function factOf(events: readonly CaseEvent[], { openedBy }: Round, name: string): PlainDate | undefined {
  const opening = events.find((event) => event.seq === openedBy);
  const day = opening === undefined ? undefined : eventFacts(opening)[name];
  const read = typeof day === 'string' ? parsePlainDate(day) : undefined;
  return read?.ok === true ? read.value : undefined;
}

/** All clocks of a case, started so far, in the order in which they are due; clocks without a due instant last. */
export function deadlines(programme: Programme, events: readonly CaseEvent[], context: DeadlineContext): Clock[] {
  const said = programme.clocks.some((rule) => rule.byLevel === true) ? levelsSaid(programme, events) : [];
  const adopted = adoptedLast(events);
  const ruled = programme.clocks.flatMap((rule) =>
    clockRounds(rule, events, context)
      .filter((round) => stillRuns(round, adopted))
      .map((running, index, all): Clock => {
        const end = running.stoppedAt ?? context.now;
        const dueAt = (level: string | null) => dueWithPauses(running.start, limitAt(programme, rule, level), running.pauses, end, context);
        const named = rule.until === undefined ? undefined : factOf(events, running, rule.until);
        const whole = named === undefined ? dueAt(null) : endOfDay(context.zone, named);
        const stated = rule.byLevel === true ? dueByLevel(running, said, dueAt, context) : whole;
        const due = adopted === undefined ? stated : settledDue(adopted, rule, running, stated, end, context);
        return {
          ruleId: rule.id,
          round: roundsBefore(adopted, rule.id, running.key) + index + 1 - all.findIndex((round) => round.key === running.key),
          key: running.key,
          label: rule.label,
          start: running.start,
          due,
          stoppedAt: running.stoppedAt,
          pauses: running.pauses,
          pausable: rule.pausable,
          status: statusOf(rule, running, due, context.now),
          basis: rule.basis.text,
          mark: rule.basis.mark,
          kind: rule.kind,
          escalate: rule.escalate,
        };
      }),
  );
  return [...keptClocks(adopted, programme), ...ruled].sort((a, b) => byCode(a.due ?? '9', b.due ?? '9') || byCode(a.ruleId, b.ruleId));
}

/** The event by which a case goes over to a newer statement, and its clocks before and after. */
export function adoptStatement(
  adoption: string,
  from: Programme,
  to: Programme,
  events: readonly CaseEvent[],
  context: DeadlineContext,
): { readonly facts: Adopted['facts']; readonly before: readonly Clock[] } {
  const before = deadlines(from, events, context);
  const running = new Set(
    to.clocks.flatMap((rule) =>
      clockRounds(rule, events, context).flatMap(({ endedBy, key }) => (endedBy === null ? [`${rule.id} ${key}`] : [])),
    ),
  );
  const carried = clocksCarried(before, to, context.now, (rule, key) => running.has(`${rule} ${key}`));
  return { facts: { adoption, from: from.version, to: to.version, ...carried }, before };
}

/** The clocks that still ask for something, nearest first. */
export function openClocks(clocks: readonly Clock[]): Clock[] {
  return clocks.filter((clock) => clock.status === 'running' || clock.status === 'overdue' || clock.status === 'paused');
}
