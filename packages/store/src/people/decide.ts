// Who decided that two are one, or one is two? Noted first; what it moves is noted with it, row by row, so that taking it back is exact.

import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { followInCases } from './follow-in-cases.ts';
import { newId } from './new-id.ts';

export type Verb = 'confirm' | 'reject' | 'undo' | 'merge' | 'split';

export interface DecisionNote {
  readonly verb: Verb;
  readonly county: string;
  readonly linkId: string | null;
  readonly personIds: readonly string[];
  readonly recordIds: readonly string[];
  readonly at: string;
}

/** Notes a decision of the present actor; moves may be added until the transaction ends. @returns its id */
export const noteDecision = async (tx: Tx, note: DecisionNote): Promise<string> => {
  const id = newId(Date.parse(note.at));
  await sql`insert into people.decision (id, county, verb, link_id, person_ids, record_ids, decided_by, decided_at)
    values (${id}, ${note.county}, ${note.verb}, ${note.linkId}, ${[...note.personIds]}::uuid[], ${[...note.recordIds]}::uuid[], ${tx.actor.id}, ${note.at})`.execute(
    tx,
  );
  return id;
};

/** Notes one row that changed, with what it was before. */
export const noteMove = async (
  tx: Tx,
  decision: string,
  move: { readonly what: 'link' | 'redirect' | 'founded'; readonly rowId: string; readonly before: object | string | null },
): Promise<void> => {
  await sql`insert into people.decision_move (decision_id, what, row_id, before) values (${decision}, ${move.what}, ${move.rowId}, ${
    move.before === null ? null : JSON.stringify(move.before)
  }::jsonb)`.execute(tx);
};

/** Everything is as before the decision. `linkNotCertain` with the reason when a later decision on the same stands, or a founded person is in use. */
export const takeBack = async (tx: Tx, decision: string, at: Instant): Promise<Result<{ readonly cases: number }, Problem>> => {
  const done = await sql<{ outcome: string }>`select people.take_back(${decision}::uuid) as outcome`.execute(tx);
  const outcome = done.rows[0]?.outcome ?? 'later';
  if (outcome !== 'done') return fail({ code: 'linkNotCertain', reason: outcome });
  return ok({ cases: await followInCases(tx, decision, 'personRestored', at) });
};
