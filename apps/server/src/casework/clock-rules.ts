// What do the clocks of all programmes ask of the jobs that look at running clocks? Read from every statement that a case may be pinned to:
// one that is in force no more is still that of the cases that began under it.

import type { Programme } from '@anwang/core/programs';
import { countsOfficeDays } from '@anwang/core/time';
import { everyStatement } from '@anwang/packs';
import type { EscalationStep } from '@anwang/store/casework';
import { escalationOf } from './words.ts';

function stepsOf(programme: Programme): EscalationStep[] {
  return programme.clocks.flatMap((rule) =>
    escalationOf(rule).map((one, index) => ({
      packVersion: programme.version,
      rule: rule.id,
      step: index + 1,
      hoursBefore: one.hoursBefore,
      to: one.to,
    })),
  );
}

/** Steps of all programmes, numbered from the earliest on; each step once. */
export function escalationSteps(): EscalationStep[] {
  const all = everyStatement().flatMap(stepsOf);
  return [...new Map(all.map((step) => [`${step.packVersion} ${step.rule} ${step.step} ${step.hoursBefore} ${step.to}`, step])).values()];
}

/** Clock rules whose due moments follow the calendar of offices. */
export function officeDayRules(): string[] {
  const rules = everyStatement().flatMap(({ clocks }) => clocks.filter(({ limit }) => countsOfficeDays(limit.kind)));
  return [...new Set(rules.map(({ id }) => id))].sort();
}
