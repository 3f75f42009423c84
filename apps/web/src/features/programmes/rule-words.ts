// Marks, kinds and reminders of a programme in words.
import type { OutputOf } from '@anwang/contract';
import { m } from '../../words/index.ts';

type Clock = OutputOf<'reference', 'rules'>['clocks'][number];

const marks: Readonly<Record<Clock['basis']['mark'], () => string>> = {
  V: m.mark_V,
  'V-partly': m.mark_V_partly,
  'V-history': m.mark_V_history,
  'V-order': m.mark_V_order,
  S: m.mark_S,
  M: m.mark_M,
  D: m.mark_D,
};

/** How sure a basis is. */
export const markWord = (mark: Clock['basis']['mark']): string => marks[mark]();

const kinds: Readonly<Record<Clock['kind'], () => string>> = {
  statutory: m.kind_statutory,
  practice: m.kind_practice,
  county: m.kind_county,
};

/** Who demands it; of what was designed here nobody but we do. */
export const kindWord = ({ kind, basis }: Pick<Clock, 'kind' | 'basis'>): string =>
  kind === 'practice' && basis.mark === 'D' ? m.kind_designed() : kinds[kind]();

/** One reminder: when, and who is told. */
export function tellWord(hoursBefore: number, role: string): string {
  if (hoursBefore === 0) return m.tell_due({ role });
  const hours = Math.abs(hoursBefore);
  const time =
    hours < 1
      ? m.limit_minutes({ n: Math.round(hours * 60) })
      : hours % 24 === 0
        ? m.clock_days({ n: hours / 24 })
        : m.clock_hours({ n: hours });
  return hoursBefore > 0 ? m.tell_before({ time, role }) : m.tell_after({ time, role });
}

const lists: Readonly<Record<string, () => string>> = {
  needs: m.list_needs,
  risks: m.list_risks,
  services: m.list_services,
  openingReasons: m.list_openingReasons,
  shortTermReasons: m.list_shortTermReasons,
  notOpenedReasons: m.list_notOpenedReasons,
  closureReasons: m.list_closureReasons,
  returnReasons: m.list_returnReasons,
  requirements: m.list_requirements,
};

/** A list that a county may add to. */
export const listWord = (list: string): string => lists[list]?.() ?? list;
