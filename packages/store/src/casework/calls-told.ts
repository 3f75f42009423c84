// Calls for support that were told above and that nobody has taken up: what whoever is told needs to send help, and nothing of the case.

import type { PersonalPart } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

type Row = {
  readonly call: string;
  readonly case_id: string;
  readonly number: string;
  readonly unit_id: string;
  readonly by_account: string;
  readonly started_at: Instant;
  readonly due_at: Instant | null;
  readonly said: Uint8Array | null;
  readonly plan_said: Uint8Array | null;
  readonly contact_kind: string | null;
  readonly contact: Uint8Array | null;
};

/** A call with its unit and caller. */
export type CallTold = {
  readonly call: string;
  readonly caseId: string;
  readonly number: string;
  readonly unit: { readonly zh: string; readonly en: string; readonly telephone: string | null };
  readonly by: string;
  readonly byName: string;
  readonly at: Instant;
  readonly due: Instant | null;
  readonly note: string | null;
  readonly place: string | null;
  readonly where: { readonly kind: string; readonly value: string } | null;
};

const wordsOf = (clear: Buffer | null | undefined): PersonalPart => (clear == null ? {} : JSON.parse(clear.toString('utf8')));

/** The calls, the longest waiting first. @param steps how far the clock of a call has told once those above were */
export async function callsTold(tx: Tx, steps: number): Promise<CallTold[]> {
  const { rows } = await sql<Row>`select * from casework.calls_told(${steps}::integer)`.execute(tx);
  if (rows.length === 0) return [];
  const none = Buffer.alloc(0);
  const clear = await tx.keys.openMany(rows.flatMap((row) => [row.said ?? none, row.plan_said ?? none, row.contact ?? none]));
  const accounts = await tx
    .selectFrom('org.account')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      rows.map((row) => row.by_account),
    )
    .execute();
  const units = await tx
    .selectFrom('org.unit')
    .select(['id', 'name_zh', 'name_en', 'telephone'])
    .where(
      'id',
      'in',
      rows.map((row) => row.unit_id),
    )
    .execute();
  return rows.map((row, at) => {
    const [said, plan, contact] = clear.slice(at * 3, at * 3 + 3);
    const unit = units.find((one) => one.id === row.unit_id);
    return {
      call: row.call,
      caseId: row.case_id,
      number: row.number,
      unit: { zh: unit?.name_zh ?? '', en: unit?.name_en ?? '', telephone: unit?.telephone ?? null },
      by: row.by_account,
      byName: accounts.find((one) => one.id === row.by_account)?.name ?? '',
      at: row.started_at,
      due: row.due_at,
      note: wordsOf(said).text ?? null,
      place: wordsOf(plan).place ?? null,
      where: row.contact_kind === null || !contact ? null : { kind: row.contact_kind, value: contact.toString('utf8') },
    };
  });
}
