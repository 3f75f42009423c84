// A conflict where the screen has no words of its own for it: the facts of either side that have a general word.
import { formatMoment, m } from '../words/index.ts';
import { type Conflict, type ConflictLine, linesOf, textOf } from './conflict.ts';
import type { ProblemView } from './problem.ts';

function lines(side: unknown): ConflictLine[] {
  const moment = textOf(side, 'at');
  const by = ['by', 'acceptedBy', 'disputedBy', 'arbitratedBy'].map((name) => textOf(side, name)).find((name) => name !== '');
  return linesOf(
    [m.name(), textOf(side, 'name') || textOf(side, 'nameZh')],
    [m.reason(), textOf(side, 'reason')],
    [m.note(), textOf(side, 'note')],
    [m.conflict_by(), by ?? ''],
    [m.conflict_when(), moment ? formatMoment(moment) : ''],
  );
}

/** Both sides in general words. */
export function plainConflict(problem: ProblemView): Conflict {
  return { theirs: lines(problem.facts.theirs), yours: lines(problem.facts.yours) };
}
