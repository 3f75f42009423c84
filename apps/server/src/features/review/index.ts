// The second person: the queue of proposals, and the decision on one.
import { ok } from '@anwang/core/lang';
import { listQueue } from '@anwang/store/intake';
import { queueView } from '../../desk/queue-view.ts';
import { asOutcome } from '../../desk/words-of-rows.ts';
import { momentCursor } from '../../http/cursor.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { decideReview } from './decide-review.ts';

export const review: Handlers<'review'> = {
  queue: within(async (input, tx, call) => {
    const { rows, next } = await listQueue(tx, { states: ['proposed'], limit: input.limit, ...momentCursor(input.cursor) });
    return ok({
      next,
      rows: rows.flatMap((row) =>
        row.proposal === null
          ? []
          : [
              {
                ...queueView(row),
                outcome: asOutcome(row.proposal.outcome),
                proposedAt: row.proposal.at,
                reviewRule: row.proposal.reviewRule,
                own: row.proposal.byId === call.actor.id,
              },
            ],
      ),
    });
  }),
  decide: within(decideReview),
};
