// May this account work on this case? Not on both sides (house law 8), not as a relative of the family, and a lead only from the unit of the case, with the right to lead there.

import type { Problem } from '@anwang/core/lang';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Who is asked about, and the case as far as it matters. */
export type AssignmentQuestion = {
  readonly account: string;
  /** The unit the account must belong to; null for collaborators, who come from elsewhere. */
  readonly unit: string | null;
  readonly report: string;
  /** Members on the victim's or family's side, and those on the other. */
  readonly subjects: readonly string[];
  readonly respondents: readonly string[];
  /** The case itself, where somebody's side in it is being changed. */
  readonly besides?: string;
};

/** Why the account may not be assigned; null if it may. */
export async function assignmentConflict(tx: Tx, question: AssignmentQuestion): Promise<Problem | null> {
  const { account, unit, report, subjects, respondents, besides } = question;
  const asked = sql<{
    leads: boolean;
    both: boolean;
    relative: boolean;
  }>`select ${unit}::uuid is null or org.may_lead(${account}::uuid, ${unit}::uuid) as leads,
    casework.both_sides(${account}::uuid, ${[...subjects]}::uuid[], ${[...respondents]}::uuid[], ${besides ?? null}::uuid) as both,
    intake.is_relative(${account}::uuid, ${report}::uuid) as relative`;
  const found = (await asked.execute(tx)).rows[0];
  if (found?.leads !== true) return { code: 'assignmentConflict', reason: 'notInUnit' };
  if (found?.both === true) return { code: 'assignmentConflict', reason: 'bothSides' };
  return found?.relative === true ? { code: 'assignmentConflict', reason: 'relative' } : null;
}
