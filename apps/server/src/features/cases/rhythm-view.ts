// How often the family is visited, and by which level: why the clock of regular visits ends when it does.

import type { OutputOf } from '@anwang/contract';
import { type CaseEvent, levelsSaid } from '@anwang/core/cases';
import { limitAt, type Programme } from '@anwang/core/programs';
import { both } from '../../casework/words.ts';

/** Null where no clock of the programme follows a level. */
export function rhythmView(programme: Programme, events: readonly CaseEvent[]): OutputOf<'cases', 'one'>['rhythm'] {
  const rule = programme.clocks.find((clock) => clock.byLevel === true);
  if (rule === undefined) return null;
  const said = levelsSaid(programme, events).at(-1)?.level ?? null;
  const level = programme.levels.find((one) => one.id === said);
  return {
    rule: rule.id,
    level: level === undefined ? null : both(level.label),
    visitsPerMonth: level?.visitsPerMonth ?? null,
    limit: limitAt(programme, rule, said),
  };
}
