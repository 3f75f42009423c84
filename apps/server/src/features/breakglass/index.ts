// Access in an emergency: with a reason, for one hour, told to the supervisor at once, reviewed within three days by somebody else.
import type { OutputOf } from '@anwang/contract';
import { fail, ok } from '@anwang/core/lang';
import { type BreakGlassUse, breakGlass, findBreakGlass, listBreakGlass, reviewBreakGlass } from '@anwang/store/access';
import { type KeptForm, Refused } from '../../http/call.ts';
import { momentCursor } from '../../http/cursor.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';

type View = OutputOf<'breakglass', 'review'>;

function view(use: BreakGlassUse): View {
  return {
    id: use.id,
    targetKind: use.target.kind,
    targetId: use.target.id,
    targetNumber: use.number,
    accountId: use.accountId,
    accountName: use.accountName,
    reason: use.reason,
    at: use.startedAt,
    until: use.until,
    reviewDue: use.reviewDue,
    reviewedAt: use.reviewedAt,
    outcome: use.verdict,
  };
}

/** Name and reason are read again by whoever repeats the request. */
const keptReview = (): KeptForm<View, Pick<View, 'id'>> => ({
  keep: ({ id }) => ({ id }),
  restore: async ({ id }, tx) => {
    const use = await findBreakGlass(tx, id);
    if (!use) throw new Refused({ code: 'notFound', kind: 'breakglass', id });
    return view(use);
  },
});

export const breakglass: Handlers<'breakglass'> = {
  use: within(async (input, tx) => {
    const opened = await breakGlass(tx, { kind: input.targetKind, id: input.targetId }, input.reason);
    return opened ? ok(opened) : fail({ code: 'notFound', kind: input.targetKind, id: input.targetId });
  }),
  list: within(async (input, tx) => {
    const { rows, next } = await listBreakGlass(tx, {
      limit: input.limit,
      ...(input.open === undefined ? {} : { open: input.open }),
      ...momentCursor(input.cursor),
    });
    tx.audit({ action: 'breakglass.list', ids: rows.map((use) => use.id), count: rows.length });
    return ok({ rows: rows.map(view), next });
  }),
  review: within(async (input, tx, call) => {
    const use = await findBreakGlass(tx, input.useId);
    if (!use) return fail({ code: 'notFound', kind: 'breakglass', id: input.useId });
    if (use.accountId === call.actor.id) return fail({ code: 'conflictOfInterest', reason: 'ownProposal' });
    if (!(await reviewBreakGlass(tx, use.id, input.outcome, input.note))) return fail({ code: 'breakGlassClosed' });
    return ok({ ...view(use), reviewedAt: call.now, outcome: input.outcome });
  }, keptReview),
};
