// What becomes of a case's clocks when the case goes over to a newer statement of its programme? What has ended stays as it was read; what runs goes on under the new
// rule; nobody is late for what nobody could know: what appears, or is due sooner, ends three days later at the soonest, and what was overdue stays so (docs/decisions/0112).

import { byCode } from '../lang/by-code.ts';
import type { ClockRule } from '../programs/clock-rule.ts';
import type { Programme } from '../programs/program.ts';
import { dueInstant, movedByPauses, type Pause, type TimeContext } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { CarriedClock, Clock, KeptClock } from './clock.ts';
import type { Round } from './clock-rounds.ts';
import { atLeast } from './due-by-level.ts';
import type { CaseEvent, CaseEventOf } from './event.ts';

export type Adopted = CaseEventOf<'statementAdopted'>;

/** The last going over of a case to another statement: it speaks for those before it. */
export function adoptedLast(events: readonly CaseEvent[]): Adopted | undefined {
  return events.findLast((event): event is Adopted => event.type === 'statementAdopted');
}

/** Whether something still runs by the new rules at the event, or began after it. */
export const stillRuns = ({ endedBy }: Pick<Round, 'endedBy'>, adopted: Adopted | undefined): boolean =>
  adopted === undefined || endedBy === null || endedBy > adopted.seq;

/** How many rounds of a key had ended before. */
export const roundsBefore = (adopted: Adopted | undefined, rule: string, key: string | null): number =>
  adopted?.facts.kept.filter((one) => one.rule === rule && one.key === key).length ?? 0;

/** Due moments of what ran when the case went over. */
export function settledDue(
  adopted: Adopted,
  rule: ClockRule,
  round: Pick<Round, 'key' | 'openedBy' | 'pauses'>,
  due: Instant | null,
  end: Instant,
  context: TimeContext,
): Instant | null {
  if (round.openedBy > adopted.seq || due === null) return due;
  const at = adopted.happenedAt;
  const soonest = dueInstant(at, atLeast, context) ?? at;
  const was = adopted.facts.running.find((one) => one.rule === rule.id && one.key === round.key)?.due ?? null;
  const since = after(round.pauses, at);
  const on = (moment: Instant): Instant => movedByPauses(moment, rule.limit.kind, since, end, context);
  if (was !== null && was <= at) return on(was);
  const least = on(was === null || soonest < was ? soonest : was);
  return due > least ? due : least;
}

/** What of the pauses lies after a moment. */
const after = (pauses: readonly Pause[], at: Instant): Pause[] =>
  pauses.flatMap(({ from, to }) => (to !== null && to <= at ? [] : [{ from: from > at ? from : at, to }]));

/** Clocks that had ended, as they were. */
export function keptClocks(adopted: Adopted | undefined, programme: Programme): Clock[] {
  return (adopted?.facts.kept ?? []).map(({ rule: id, said, ...kept }): Clock => {
    const rule = programme.clocks.find((one) => one.id === id);
    const { label, basis, mark, kind } = said ?? {
      label: rule?.label ?? { zh: id },
      basis: rule?.basis.text ?? '',
      mark: rule?.basis.mark ?? ('D' as const),
      kind: rule?.kind ?? ('practice' as const),
    };
    return { ...kept, ruleId: id, label, basis, mark, kind, pausable: false, escalate: [] };
  });
}

const open = ({ status }: Clock): boolean => status === 'running' || status === 'overdue' || status === 'paused';

/**
 * What the event says of the clocks.
 * @param before the clocks under the statement that the case leaves
 * @param runs whether the newer statement has something that runs for a rule and key
 */
export function clocksCarried(
  before: readonly Clock[],
  to: Programme,
  at: Instant,
  runs: (rule: string, key: string | null) => boolean,
): { kept: KeptClock[]; running: CarriedClock[] } {
  const kept: KeptClock[] = [];
  const running: CarriedClock[] = [];
  for (const clock of before) {
    const { ruleId: rule, key, round, start, due, stoppedAt, pauses, status } = clock;
    // A watch period that is over stands in the rule and goes on standing there.
    const goesOn = runs(rule, key) && (open(clock) || status === 'over');
    if (goesOn) running.push({ rule, key, due });
    const { label, basis, mark, kind } = clock;
    const said = to.clocks.some((one) => one.id === rule) ? null : { label, basis, mark, kind };
    const as = { rule, key, round, start, due, pauses, said };
    if (!goesOn) kept.push(open(clock) ? { ...as, stoppedAt: at, status: 'cancelled' } : { ...as, stoppedAt, status });
  }
  return { kept, running };
}

/** What a newer statement changes for one clock of a case; the clock without its key, which may name a person. */
export type ClockChange = {
  readonly rule: string;
  readonly change: 'appears' | 'goes' | 'sooner' | 'later';
  readonly from: Instant | null;
  readonly to: Instant | null;
};

/** What differs between the open clocks before and after. */
export function clockChanges(before: readonly Clock[], later: readonly Clock[]): ClockChange[] {
  const name = (clock: Clock): string => `${clock.ruleId} ${clock.key}`;
  const [old, now] = [before, later].map((clocks) => new Map(clocks.filter(open).map((clock) => [name(clock), clock])));
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])]
    .flatMap((key): ClockChange[] => {
      const [was, is] = [old?.get(key), now?.get(key)];
      const rule = was?.ruleId ?? is?.ruleId ?? '';
      const [from, to] = [was?.due ?? null, is?.due ?? null];
      if (was === undefined) return [{ rule, change: 'appears', from, to }];
      if (is === undefined) return [{ rule, change: 'goes', from, to }];
      if (from === to) return [];
      return [{ rule, change: to === null || (from !== null && to > from) ? 'later' : 'sooner', from, to }];
    })
    .sort((a, b) => byCode(a.rule, b.rule));
}
