// What is due in this case, and how does each clock stand? Read from the events and the programme's clock rules; the store keeps the result as a projection.

import type { ClockRule, EventPattern } from '../programs/clock-rule.ts';
import type { Programme } from '../programs/program.ts';
import type { Fact, Facts } from '../rules/condition.ts';
import { evaluate, type RuleContext } from '../rules/evaluate.ts';
import { dueWithPauses, type Pause, type TimeContext } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { Clock, ClockStatus } from './clock.ts';
import type { CaseEvent } from './event.ts';

/** The coded facts of an event as facts of a condition; nested things are not asked for. */
export function eventFacts(event: CaseEvent): Facts {
  const facts: Record<string, Fact> = {};
  for (const [name, value] of Object.entries(event.facts) as [string, unknown][]) {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') facts[name] = value;
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) facts[name] = value;
  }
  return facts;
}

function matches(pattern: EventPattern | null | undefined, event: CaseEvent, context: RuleContext): boolean {
  if (pattern === null || pattern === undefined || !pattern.types.includes(event.type)) return false;
  return pattern.where === undefined || evaluate(pattern.where, eventFacts(event), context) === true;
}

/** The moment at which a clock starts with an event: report clocks count from the report's receipt, which the dispatch carries. */
function startOf(rule: ClockRule, event: CaseEvent): Instant {
  if (rule.starts.types.includes('reportReceived') && event.type === 'caseDispatched') return event.facts.receivedAt;
  return event.happenedAt;
}

type Running = { start: Instant; stoppedAt: Instant | null; cancelled: boolean; pauses: Pause[] };

function isStart(rule: ClockRule, event: CaseEvent, context: RuleContext): boolean {
  if (matches(rule.starts, event, context)) return true;
  // `reportReceived` is no event of the case: it reads the receipt out of the dispatch.
  return (
    rule.starts.types.includes('reportReceived') &&
    event.type === 'caseDispatched' &&
    (rule.starts.where === undefined || evaluate(rule.starts.where, eventFacts(event), context) === true)
  );
}

function rounds(rule: ClockRule, events: readonly CaseEvent[], context: RuleContext): Running[] {
  const all: Running[] = [];
  let current: Running | null = null;
  for (const event of events) {
    if (current !== null) {
      if (event.type === 'clockPaused' && event.facts.clock === rule.id && rule.pausable && current.pauses.at(-1)?.to !== null)
        current.pauses.push({ from: event.happenedAt, to: null });
      const last = current.pauses.at(-1);
      if (event.type === 'clockResumed' && event.facts.clock === rule.id && last?.to === null)
        current.pauses[current.pauses.length - 1] = { from: last.from, to: event.happenedAt };
      const stops = matches(rule.stops, event, context);
      if (stops || matches(rule.cancels, event, context)) {
        current.stoppedAt = event.happenedAt;
        current.cancelled = !stops;
        current = null;
        if (stops && rule.repeat === 'restart') {
          current = { start: event.happenedAt, stoppedAt: null, cancelled: false, pauses: [] };
          all.push(current);
        }
        continue;
      }
    }
    if (
      current === null &&
      isStart(rule, event, context) &&
      (rule.repeat === 'restart' || all.length === 0 || event.type === 'caseReopened')
    ) {
      current = { start: startOf(rule, event), stoppedAt: null, cancelled: false, pauses: [] };
      all.push(current);
    }
  }
  return all;
}

function statusOf(rule: ClockRule, running: Running, due: Instant | null, now: Instant): ClockStatus {
  if (running.cancelled) return 'cancelled';
  if (running.stoppedAt !== null) return due === null || running.stoppedAt <= due ? 'met' : 'late';
  if (running.pauses.at(-1)?.to === null) return 'paused';
  if (due === null || now <= due) return 'running';
  return rule.stops === null ? 'over' : 'overdue';
}

/** What reading clocks needs: now, zone and calendar. */
export type DeadlineContext = RuleContext & TimeContext;

/** All clocks of a case, started so far, in the order in which they are due; clocks without a due instant last. */
export function deadlines(programme: Programme, events: readonly CaseEvent[], context: DeadlineContext): Clock[] {
  const clocks = programme.clocks.flatMap((rule) =>
    rounds(rule, events, context).map((running, index): Clock => {
      const end = running.stoppedAt ?? context.now;
      const due = dueWithPauses(running.start, rule.limit, running.pauses, end, context);
      return {
        ruleId: rule.id,
        round: index + 1,
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
  return clocks.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.ruleId.localeCompare(b.ruleId));
}

/** The clocks that still ask for something, nearest first. */
export function openClocks(clocks: readonly Clock[]): Clock[] {
  return clocks.filter((clock) => clock.status === 'running' || clock.status === 'overdue' || clock.status === 'paused');
}
