// When did a clock run? The rounds of one rule read from the events: started, stood still, fulfilled, or no longer owed.

import type { PersonId } from '../lang/ids.ts';
import type { ClockRule, EventPattern } from '../programs/clock-rule.ts';
import type { Fact, Facts } from '../rules/condition.ts';
import { evaluate, type RuleContext } from '../rules/evaluate.ts';
import type { Pause } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent } from './event.ts';
import { replacementsIn } from './membership.ts';

/** One round. */
export type Round = {
  readonly key: string | null;
  readonly start: Instant;
  /** Numbers of the events that opened and ended it. */
  readonly openedBy: number;
  endedBy: number | null;
  stoppedAt: Instant | null;
  cancelled: boolean;
  pauses: Pause[];
};

const isFact = (value: unknown): value is Fact =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));
const areFacts = (facts: object): facts is Facts => Object.values(facts).every(isFact);

/** The coded facts of an event as facts of a condition; nested things are not asked for. */
export function eventFacts(event: CaseEvent): Facts {
  const known = factsOf.get(event);
  if (known !== undefined) return known;
  const { facts } = event;
  const simple = (pair: [string, unknown]): pair is [string, Fact] => isFact(pair[1]);
  const made: Facts = areFacts(facts) ? facts : Object.fromEntries(Object.entries<unknown>(facts).filter(simple));
  factsOf.set(event, made);
  return made;
}

/** Events do not change, and each rule asks each event. */
const factsOf = new WeakMap<CaseEvent, Facts>();

function fits(pattern: EventPattern, event: CaseEvent, context: RuleContext): boolean {
  return pattern.where === undefined || evaluate(pattern.where, eventFacts(event), context) === true;
}

function matches(pattern: EventPattern | null | undefined, event: CaseEvent, context: RuleContext): boolean {
  return pattern?.types.includes(event.type) === true && fits(pattern, event, context);
}

/** The moment a rule starts with an event, null if it does not. `reportReceived` is no event: it is read out of the dispatch,
 * and again when a case is reopened. A further report counts from its own receipt. */
function startOf(rule: ClockRule, event: CaseEvent, context: RuleContext): Instant | null {
  if (matches(rule.starts, event, context)) return event.type === 'reportLinked' ? event.facts.receivedAt : event.happenedAt;
  if (!rule.starts.types.includes('reportReceived') || !fits(rule.starts, event, context)) return null;
  if (event.type === 'caseDispatched') return event.facts.receivedAt;
  return event.type === 'caseReopened' ? event.happenedAt : null;
}

function pause(rule: ClockRule, round: Round, event: CaseEvent): void {
  const last = round.pauses.at(-1);
  if (event.type === 'clockPaused' && event.facts.clock === rule.id && rule.pausable && last?.to !== null)
    round.pauses.push({ from: event.happenedAt, to: null });
  if (event.type === 'clockResumed' && event.facts.clock === rule.id && last?.to === null)
    round.pauses[round.pauses.length - 1] = { from: last.from, to: event.happenedAt };
}

/** What was done before its end was no longer owed, and recorded afterwards, was done: another county may take a case before the record of a visit is written. */
function doneBefore(last: Round | undefined, rule: ClockRule, event: CaseEvent, context: RuleContext): void {
  if (last?.cancelled !== true || last.stoppedAt === null || event.happenedAt > last.stoppedAt || event.happenedAt < last.start) return;
  if (!matches(rule.stops, event, context)) return;
  last.stoppedAt = event.happenedAt;
  last.cancelled = false;
}

/** The events by which something was proposed that was taken back: nothing was fulfilled by them. */
function takenBack(events: readonly CaseEvent[]): ReadonlySet<number> {
  const gone = new Set(events.flatMap((event) => (event.type === 'proposalWithdrawn' ? [event.facts.proposal] : [])));
  return new Set(events.flatMap((event) => (gone.size > 0 && gone.has(proposalOf(event) ?? '') ? [event.seq] : [])));
}

function proposalOf(event: CaseEvent): string | null {
  if (event.type === 'openingProposed' || event.type === 'closureProposed') return event.facts.proposal;
  if (event.type === 'transferProposed') return event.facts.transfer;
  return event.type === 'moveProposed' ? event.facts.move : null;
}

function roundsOf(rule: ClockRule, events: readonly CaseEvent[], key: string | null, context: RuleContext): Round[] {
  const all: Round[] = [];
  const vain = takenBack(events);
  let current: Round | null = null;
  const open = (start: Instant, openedBy: number): Round => {
    const round: Round = { key, start, openedBy, endedBy: null, stoppedAt: null, cancelled: false, pauses: [] };
    all.push(round);
    return round;
  };
  for (const event of events) {
    const running: Round | null = current;
    const mayStart = rule.repeat !== 'once' || all.length === 0 || event.type === 'caseReopened';
    const start = running === null && mayStart ? startOf(rule, event, context) : null;
    if (start !== null) current = open(start, event.seq);
    // An event that starts a round does not also end it, unless it only brought the news of an earlier start.
    const round: Round | null = running ?? (start !== null && start < event.happenedAt ? current : null);
    if (round === null) {
      doneBefore(all.at(-1), rule, event, context);
      continue;
    }
    pause(rule, round, event);
    const stops = matches(rule.stops, event, context) && !vain.has(event.seq);
    // Recorded late: it was before the visit from which this round counts.
    if (stops && rule.byLevel === true && event.happenedAt < round.start) continue;
    if (!stops && !matches(rule.cancels, event, context)) continue;
    round.stoppedAt = event.happenedAt;
    round.endedBy = event.seq;
    round.cancelled = !stops;
    const next = rule.repeat === 'again' ? startOf(rule, event, context) : stops && rule.repeat === 'restart' ? event.happenedAt : null;
    current = next === null ? null : open(next, event.seq);
  }
  return all;
}

/** By which name each event is read, and whose clock ended because they turned out to be somebody who has one. */
type Names = { readonly of: ReadonlyMap<number, string>; readonly ended: ReadonlyMap<string, CaseEvent> };

/**
 * Of whom events speak, as they were named when a round of theirs first began: who turns out to be somebody else keeps the clock under that name, as the stored rows do. Two
 * who both had one and turn out to be one go on with one: the first's, or the one that runs; what the other owed until then stays as it was, and what ran is no longer owed by itself.
 */
function namesOf(rule: ClockRule, events: readonly CaseEvent[], context: RuleContext): Names {
  const inForce = new Set(replacementsIn(events).map(({ seq }) => seq));
  const of = new Map<number, string>();
  const ended = new Map<string, CaseEvent>();
  const known = new Map<PersonId, string>();
  const runs = (name: string, until: number): boolean =>
    roundsOf(
      rule,
      eventsOf(events, { of, ended }, name).filter(({ seq }) => seq < until),
      name,
      context,
    ).at(-1)?.endedBy === null;
  for (const event of events) {
    if (event.type === 'personReplaced' && inForce.has(event.seq)) {
      const { from, to } = event.facts;
      const [gone, there] = [known.get(from), known.get(to)];
      if (gone === undefined) continue;
      const begun = [...known.values()];
      known.delete(from);
      if (there === undefined || there === gone) {
        known.set(to, gone);
        continue;
      }
      const first = begun.indexOf(gone) < begun.indexOf(there) ? gone : there;
      const other = first === there ? gone : there;
      const stays = !runs(first, event.seq) && runs(other, event.seq) ? other : first;
      known.set(to, stays);
      ended.set(stays === there ? gone : there, event);
      continue;
    }
    const { person } = eventFacts(event);
    if (typeof person !== 'string') continue;
    if (!known.has(person) && matches(rule.starts, event, context)) known.set(person, person);
    of.set(event.seq, known.get(person) ?? person);
  }
  return { of, ended };
}

/** The events that a name is read from: its own and those that speak of nobody; until it ended, if it has. */
function eventsOf(events: readonly CaseEvent[], { of, ended }: Names, name: string): CaseEvent[] {
  const until = ended.get(name)?.seq ?? Number.POSITIVE_INFINITY;
  return events.filter(({ seq }) => seq < until && (!of.has(seq) || of.get(seq) === name));
}

function roundsOfPersons(rule: ClockRule, events: readonly CaseEvent[], context: RuleContext): Round[] {
  const names = namesOf(rule, events, context);
  const all = new Set(events.flatMap((event) => (matches(rule.starts, event, context) ? (names.of.get(event.seq) ?? []) : [])));
  return [...all].flatMap((name) => {
    const end = names.ended.get(name);
    return roundsOf(rule, eventsOf(events, names, name), name, context).map((round) =>
      end === undefined || round.endedBy !== null ? round : { ...round, stoppedAt: end.happenedAt, endedBy: end.seq, cancelled: true },
    );
  });
}

/** All rounds of a rule, in order; rules with a key fact have rounds of their own for each value. */
export function clockRounds(rule: ClockRule, events: readonly CaseEvent[], context: RuleContext): Round[] {
  const { key } = rule;
  if (key === undefined) return roundsOf(rule, events, null, context);
  if (key === 'person') return roundsOfPersons(rule, events, context);
  const keyValue = (event: CaseEvent) => eventFacts(event)[key];
  const values = new Set(events.filter((event) => matches(rule.starts, event, context)).map(keyValue));
  return [...values].flatMap((value) =>
    typeof value === 'string' || value === null
      ? roundsOf(
          rule,
          events.filter((event) => keyValue(event) === undefined || keyValue(event) === value),
          value,
          context,
        )
      : [],
  );
}
