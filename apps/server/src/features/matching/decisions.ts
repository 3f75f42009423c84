// What was decided on who is who, and taking it back: exactly as before, in reverse order where two decisions touch the same.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import { keepReason } from '@anwang/store/audit';
import { findDecision, listDecisions, takeBack } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { asSex } from '../../desk/words-of-rows.ts';

const cursorShape = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)~([0-9a-f-]{36})$/;

/** Newest first. */
export async function decisions(input: InputOf<'matching', 'decisions'>, tx: Tx): Promise<Result<OutputOf<'matching', 'decisions'>>> {
  const [, decidedAt, id] = cursorShape.exec(input.cursor ?? '') ?? [];
  const rows = await listDecisions(tx, {
    limit: input.limit,
    ...(input.personId ? { personId: input.personId } : {}),
    ...(decidedAt && id ? { after: { decidedAt, id } } : {}),
  });
  const last = rows.at(-1);
  return ok({
    rows: rows.map(({ county: _county, ...row }) => ({
      ...row,
      persons: row.persons.map((person) => ({ ...person, sex: asSex(person.sex ?? 'unknown') })),
    })),
    next: rows.length === input.limit && last ? `${last.decidedAt}~${last.id}` : null,
  });
}

/** Takes one back. */
export async function takeBackDecision(
  tx: Tx,
  now: Instant,
  input: { readonly decisionId: string; readonly version: number; readonly reason: string },
): Promise<Result<OutputOf<'matching', 'takeBack'>>> {
  const held = await findDecision(tx, input.decisionId);
  if (held === null) return fail({ code: 'notFound', kind: 'decision', id: input.decisionId });
  if (held.version !== input.version || held.takenBackAt !== null)
    return fail({
      code: 'versionConflict',
      kind: 'decision',
      id: input.decisionId,
      based: input.version,
      current: held.version,
      theirs: { takenBackAt: held.takenBackAt },
      yours: { takenBackAt: now },
    });
  const done = await takeBack(tx, input.decisionId, now);
  if (!done.ok) return done;
  const [subjectId = input.decisionId] = held.personIds;
  const reason = await keepReason(tx, { subjectId, county: held.county, action: 'person.link', text: input.reason });
  tx.audit({
    action: 'person.link',
    ids: [input.decisionId],
    personIds: held.personIds,
    county: held.county,
    detail: { verb: 'takeBack', reason },
  });
  return ok({ decisionId: input.decisionId, version: held.version + 1 });
}
