// What was typed and not yet sent, for its author alone.
import { fail, ok } from '@anwang/core/lang';
import { dropDraft, listDrafts, readDraft, saveDraft, type Turn } from '@anwang/store/drafts';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';

/** A form is a few pages of text; what is larger is a file. */
const limit = 256 * 1024;

const turnOf = (call: Call, turn: number | undefined): Turn | null =>
  call.session === null || turn === undefined ? null : { writer: call.session.id, turn };

export const drafts: Handlers<'drafts'> = {
  list: within(async (_input, tx) => ok({ drafts: await listDrafts(tx) })),
  read: within(async (input, tx) => {
    const draft = await readDraft(tx, input.key);
    return ok({ draft: draft === null ? null : { body: { ...draft.body }, savedAt: draft.savedAt } });
  }),
  save: within(async (input, tx, call) => {
    if (JSON.stringify(input.body).length > limit) return fail({ code: 'bodyTooLarge', limit });
    const { savedAt, stands } = await saveDraft(tx, input.key, input.body, call.now, turnOf(call, input.turn));
    return ok({ savedAt, turn: stands });
  }),
  drop: within(async (input, tx, call) => {
    await dropDraft(tx, input.key, call.now, turnOf(call, input.turn));
    return ok({ ok: true });
  }),
};
