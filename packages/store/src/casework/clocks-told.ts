// Time limits that have passed and were told above, as long as they run: whose, which and since when, and nothing of the case.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

type Row = {
  readonly number: string;
  readonly programme: string;
  readonly pack_version: string;
  readonly unit_id: string | null;
  readonly lead_id: string | null;
  readonly rule: string;
  readonly started_at: Instant;
  readonly due_at: Instant;
  readonly case_id: string;
};

/** A time limit with its unit and lead. */
export type ClockTold = {
  readonly caseId: string;
  readonly number: string;
  readonly programme: string;
  readonly packVersion: string;
  readonly unit: { readonly zh: string; readonly en: string; readonly telephone: string | null } | null;
  readonly lead: string | null;
  readonly rule: string;
  readonly start: Instant;
  readonly due: Instant;
};

/** The time limits, the longest passed first, at most two hundred. */
export async function clocksTold(tx: Tx): Promise<ClockTold[]> {
  const { rows } = await sql<Row>`select * from casework.clocks_told()`.execute(tx);
  if (rows.length === 0) return [];
  const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];
  const units = await tx
    .selectFrom('org.unit')
    .select(['id', 'name_zh', 'name_en', 'telephone'])
    .where((is) => is('id', '=', is.fn.any(is.val(known(rows.map((row) => row.unit_id))))))
    .execute();
  const leads = await tx
    .selectFrom('org.account')
    .select(['id', 'name'])
    .where((is) => is('id', '=', is.fn.any(is.val(known(rows.map((row) => row.lead_id))))))
    .execute();
  return rows.map((row) => {
    const unit = units.find((one) => one.id === row.unit_id);
    return {
      caseId: row.case_id,
      number: row.number,
      programme: row.programme,
      packVersion: row.pack_version,
      unit: unit ? { zh: unit.name_zh, en: unit.name_en, telephone: unit.telephone } : null,
      lead: leads.find((one) => one.id === row.lead_id)?.name ?? null,
      rule: row.rule,
      start: row.started_at,
      due: row.due_at,
    };
  });
}
