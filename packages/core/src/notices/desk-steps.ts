// Who hears of a desk clock, step by step? Step 1: three quarters of the time are over; 2: it is over; from 3 on: every further day (store, `escalateClocks`).
// First whoever works on it, then who oversees it, then the head.

import type { RoleId } from '../access/role-ids.ts';
import type { NoticeKindId } from './kinds.ts';

export type DeskStep = { readonly kind: NoticeKindId; readonly to: readonly RoleId[] };

/** What is told when a desk clock reaches a step; the last day that is told is the seventh after it was due. */
export function deskStep(rule: string, step: number): DeskStep | null {
  if (step < 1 || step > 9) return null;
  const late = step >= 2;
  if (rule === 'unit-accept')
    return { kind: late ? 'accept.overdue' : 'accept.due', to: step >= 3 ? ['supervisor', 'director'] : ['supervisor'] };
  if (rule === 'arbitration') return { kind: 'dispatch.disputed', to: step >= 3 ? ['arbiter', 'director'] : ['arbiter'] };
  const to: readonly RoleId[] = step === 1 ? ['deskOfficer'] : step === 2 ? ['deskOfficer', 'deskReviewer'] : ['deskReviewer', 'director'];
  return { kind: late ? 'desk.overdue' : 'desk.due', to };
}
