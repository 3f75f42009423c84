// Which steps of escalation do the programmes ask for? Read from the clock rules of every statement in force, national and per county, for the job that
// looks at running clocks; steps of one rule are numbered from the earliest on.

import type { Programme } from '@anwang/core/programs';
import { overlaidCounties, programmes, programmesFor } from '@anwang/packs';
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

/** Steps of all programmes, nationally and as they stand in the counties with overlays; each step once. */
export function escalationSteps(): EscalationStep[] {
  const all = [...programmes, ...overlaidCounties.flatMap((county) => programmesFor(county))].flatMap(stepsOf);
  return [...new Map(all.map((step) => [`${step.packVersion} ${step.rule} ${step.step} ${step.hoursBefore} ${step.to}`, step])).values()];
}
