// What is kept for a time only: answers for seven days, marks of jobs for thirty, drafts for ninety after the last keystroke (the mark of one that was thrown away for one), notices for ninety, delivered messages for thirty.

import { noticeDays } from '@anwang/core/notices';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Removes what is past its time. Runs as the clock, once an hour. Returns rows removed by table. */
export async function sweepKept(tx: Tx): Promise<Record<string, number>> {
  const removed = async (statement: ReturnType<typeof sql>): Promise<number> => Number((await statement.execute(tx)).numAffectedRows ?? 0n);
  return {
    'system.idempotency': await removed(sql`delete from system.idempotency where expires_at < now()`),
    'system.job_effect': await removed(sql`delete from system.job_effect where done_at < now() - interval '30 days'`),
    'system.draft': await removed(
      sql`delete from system.draft where updated_at < now() - interval '90 days' or (dropped and updated_at < now() - interval '1 day')`,
    ),
    'system.notice': await removed(sql`delete from system.notice where created_at < now() - make_interval(days => ${noticeDays})`),
    'audit.verification': await removed(
      sql`delete from audit.verification where verified_at < now() - interval '90 days' and findings = '[]' and id < (select max(id) from audit.verification where whole)`,
    ),
    'system.outbox': await removed(sql`delete from system.outbox where delivered_at < now() - interval '30 days'`),
  };
}
