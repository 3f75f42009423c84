// A recovery as one of those sees it who may ask and confirm: what it is, who said what, whether I may confirm, and the half that is mine to tell.
import type { OutputOf } from '@anwang/contract';
import { type AccountPlace, mayRecover, recoveryRightHours } from '@anwang/core/access';
import { addHours } from '@anwang/core/time';
import type { RecoveryRow } from '@anwang/store/org';
import type { Call } from '../../http/call.ts';
import { halfOf } from './halves.ts';

export type View = OutputOf<'recoveries', 'list'>['rows'][number];

/** Whose account, and where: as it was when it was asked. */
export const placeOf = (row: RecoveryRow): AccountPlace => ({ id: row.account_id, county: row.county, unit: row.unit_id });

const parts = ['password', 'secondFactor', 'both'] as const;
const states = ['waiting', 'confirmed', 'stopped', 'lapsed'] as const;
/** One of a closed list that the table holds to. */
const oneOf = <T extends string>(list: readonly T[], text: string, otherwise: T): T => list.find((each) => each === text) ?? otherwise;

/** What is to be recovered. */
export const partOf = (row: RecoveryRow): View['what'] => oneOf(parts, row.what, 'both');

function confirmOf(call: Call, row: RecoveryRow, status: View['status']): View['confirm'] {
  if (status !== 'waiting') return 'decided';
  return row.asked_by === call.actor.id ? 'asked' : mayRecover(call.actor, placeOf(row), call.purpose, call.now);
}

function mineToTell(call: Call, row: RecoveryRow, status: View['status']): View['half'] {
  const over = status === 'confirmed' && row.decided_at !== null && addHours(row.decided_at, recoveryRightHours) <= call.now;
  if (row.what === 'secondFactor' || over || (status !== 'waiting' && status !== 'confirmed')) return null;
  const which = row.asked_by === call.actor.id ? 'first' : status === 'confirmed' && row.decided_by === call.actor.id ? 'second' : null;
  return which === null ? null : { which, text: halfOf(call.house.derive, row.id, which) };
}

/** The view. */
export function view(call: Call, row: RecoveryRow): View {
  const held = oneOf(states, row.status, 'lapsed');
  const status = held === 'waiting' && row.due_at <= call.now ? 'lapsed' : held;
  return {
    id: row.id,
    account: {
      id: row.account_id,
      userName: row.username,
      name: row.name,
      unit: row.unit_zh === null ? null : { zh: row.unit_zh, en: row.unit_en ?? '' },
    },
    what: partOf(row),
    askedBy: row.asker,
    askedAt: row.asked_at,
    askedHow: row.asked_how,
    due: row.due_at,
    status,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    decidedHow: row.decided_how,
    confirm: confirmOf(call, row, status),
    half: mineToTell(call, row, status),
  };
}
