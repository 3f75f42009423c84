// A clock of a case in the words of the contract, with the basis of the statement it is pinned to.

import type { ClockView } from '@anwang/contract/shapes';
import type { Programme } from '@anwang/core/programs';
import type { Instant } from '@anwang/core/time';
import { ruleLabel } from './words.ts';

type Row = {
  readonly rule: string;
  readonly started_at: Instant;
  readonly due_at: Instant | null;
  readonly paused_at: Instant | null;
  readonly stopped_at: Instant | null;
  readonly outcome: string | null;
};

/** How sure the basis is, in four steps; what is only partly or formerly in law counts as law and says so in the basis. */
function shortMark(mark: string | undefined): 'V' | 'S' | 'M' | 'D' {
  if (mark?.startsWith('V')) return 'V';
  return mark === 'S' || mark === 'M' ? mark : 'D';
}

/** The clock as shown. */
export function caseClockView(programme: Programme, row: Row): ClockView {
  const basis = programme.clocks.find((clock) => clock.id === row.rule)?.basis;
  const outcome = row.outcome === 'met' || row.outcome === 'late' || row.outcome === 'void' ? row.outcome : null;
  return {
    rule: row.rule,
    label: ruleLabel(programme, row.rule),
    start: row.started_at,
    due: row.due_at,
    pausedAt: row.paused_at,
    stoppedAt: row.stopped_at,
    outcome,
    basis: basis?.text ?? '',
    mark: shortMark(basis?.mark),
  };
}
