// Tells people inside the product: written in the transaction of what is told, ids and codes only. Telling the same again does nothing.

import { type Address, type NoticeKindId, postOf } from '@anwang/core/notices';
import type { Instant } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';

export type NewNotice = {
  readonly kind: NoticeKindId;
  readonly county: string;
  readonly to: Address;
  /** What it is about, with what makes it different from the one before: a step, an event. */
  readonly once: string;
  readonly caseId?: string;
  readonly reportId?: string;
  readonly personId?: string;
  readonly breakGlassId?: string;
  /** Number of the case or report. */
  readonly ref?: string;
  readonly rule?: string;
  readonly programme?: string;
  readonly packVersion?: string;
  readonly due?: Instant;
  /** The other county, of what goes between two. */
  readonly other?: string | null;
  /** The other unit, of what goes between two of a county. */
  readonly otherUnit?: string | null;
};

/** Writes notices. One to the actor itself is left out: who did something need not be told. */
export async function tell(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  const rows = notices
    .filter((one) => !('account' in one.to && one.to.account === tx.actor.id))
    .map((one) => {
      const post = postOf(one.to);
      const account = 'account' in one.to ? one.to.account : null;
      return {
        county: one.county,
        kind: one.kind,
        to_account: account,
        to_post: post,
        case_id: one.caseId ?? null,
        report_id: one.reportId ?? null,
        person_id: one.personId ?? null,
        break_glass_id: one.breakGlassId ?? null,
        ref: one.ref ?? null,
        rule: one.rule ?? null,
        programme: one.programme ?? null,
        pack_version: one.packVersion ?? null,
        due_at: one.due ?? null,
        other_county: one.other ?? null,
        other_unit: one.otherUnit ?? null,
        once: `${one.kind}:${one.once}:${post ?? account}`,
      };
    });
  if (rows.length === 0) return;
  // No conflict target: naming one would ask for the right to see the notices of others.
  tx.send(
    tx
      .insertInto('system.notice')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  );
}
