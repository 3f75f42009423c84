// What is over its legal time is erased: the sealed and clear content of cases and reports, the reasons of emergency access, and people whom nothing names any more.
// Coded facts stay, so that figures do not change; the log stays, since it speaks of what is kept. Run by a job as the clock, or by the command.

import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { systemActors } from '../access/system-actors.ts';
import { collectBelongings, wipe } from '../erasure/index.ts';
import { findDue, findForgotten } from './find-due.ts';

export type Carried = {
  readonly cases: number;
  readonly reports: number;
  readonly people: number;
  readonly counts: Readonly<Record<string, number>>;
};

/** How many of each in one transaction: small enough not to hold up who works. */
const batch = 200;

/** Erases one batch. `dry` rolls back: the same work is done and counted, and nothing is changed. */
async function carryBatch(owner: Client, now: string, dry: boolean): Promise<Carried> {
  await owner.query('begin');
  try {
    const due = await findDue(owner, now, batch);
    const ids = async (text: string): Promise<string[]> =>
      (await owner.query<{ id: string }>(text, [due.reportIds])).rows.map((row) => row.id);
    const counts = await wipe(owner, {
      personIds: [],
      names: [],
      undecided: [],
      ...due,
      recordIds: await ids('select record_id as id from intake.report_person where report_id = any ($1)'),
      // Each report has a key of its own, and each row that came with it; the key of a person seals other cases as well and goes with the person.
      subjectIds: await ids(
        `select subject_id as id from intake.report where id = any ($1)
         union select c.subject_id from intake.report_person rp join people.record c on c.id = rp.record_id where rp.report_id = any ($1)`,
      ),
    });
    await owner.query(`update casework."case" set erased_at = $2 where id = any ($1)`, [due.caseIds, now]);
    await owner.query('update intake.report set erased_at = $2 where id = any ($1)', [due.reportIds, now]);
    const people = await findForgotten(owner, due);
    if (people.length > 0) {
      const all = await collectBelongings(owner, people);
      for (const [table, rows] of Object.entries(await wipe(owner, all))) counts[table] = (counts[table] ?? 0) + rows;
      await owner.query(
        `insert into erasure.tombstone (id, order_ref, legal_basis, subject_ids, ordered_by, counts) values ($1, 'retention', '社工師法16', $2, $3, $4)`,
        [randomUUID(), all.subjectIds, systemActors.clock.id, JSON.stringify(counts)],
      );
    }
    const glass = await owner.query(
      `update access.break_glass set reason = '（理由已逾保存年限）', review_note = null
       where reviewed_at < $1::timestamptz - interval '5 years' and reason <> '（理由已逾保存年限）'`,
      [now],
    );
    if ((glass.rowCount ?? 0) > 0) counts['access.break_glass'] = glass.rowCount ?? 0;
    const carried = { cases: due.caseIds.length, reports: due.reportIds.length, people: people.length, counts };
    if (carried.cases + carried.reports > 0)
      await owner.query(
        `insert into audit.entry (actor_id, purpose, route, action, row_count, person_ids, ids, detail) values ($1, 'system', 'job:retention.carry', 'retention.erase', $2, $3, $4, $5)`,
        [systemActors.clock.id, carried.cases + carried.reports, people, [...due.caseIds, ...due.reportIds], JSON.stringify({ counts })],
      );
    await owner.query(dry ? 'rollback' : 'commit');
    return carried;
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Everything that is due at `now`, batch after batch; a killed run goes on where it stopped. A dry run does one batch and takes it back. */
export async function carryOutRetention(owner: Client, now: string, options: { readonly dry?: boolean } = {}): Promise<Carried> {
  let sum: Carried = { cases: 0, reports: 0, people: 0, counts: {} };
  for (;;) {
    const one = await carryBatch(owner, now, options.dry ?? false);
    const counts = { ...sum.counts };
    for (const [table, rows] of Object.entries(one.counts)) counts[table] = (counts[table] ?? 0) + rows;
    sum = { cases: sum.cases + one.cases, reports: sum.reports + one.reports, people: sum.people + one.people, counts };
    if (options.dry || (one.cases < batch && one.reports < batch)) return sum;
  }
}

/** Keeps a thing beyond its time, or lets it go again. */
export async function placeHold(
  owner: Client,
  hold: { readonly kind: 'case' | 'report' | 'person'; readonly id: string; readonly orderRef: string; readonly by: string },
): Promise<string> {
  const made = await owner.query<{ id: string }>(
    'insert into erasure.hold (kind, target_id, order_ref, placed_by) values ($1, $2, $3, $4) returning id',
    [hold.kind, hold.id, hold.orderRef, hold.by],
  );
  const id = made.rows[0]?.id ?? '';
  await owner.query(
    `insert into audit.entry (actor_id, purpose, route, action, ids, person_ids, detail) values ($1, 'administration', 'cli:retention', 'retention.hold', $2, $3, $4)`,
    [hold.by, [id, hold.id], hold.kind === 'person' ? [hold.id] : [], JSON.stringify({ kind: hold.kind })],
  );
  return id;
}

/** @returns false when there is no such hold, or it was lifted before */
export async function liftHold(owner: Client, id: string, by: string): Promise<boolean> {
  const done = await owner.query('update erasure.hold set lifted_by = $2, lifted_at = now() where id = $1 and lifted_at is null', [id, by]);
  if (done.rowCount !== 1) return false;
  await owner.query(
    `insert into audit.entry (actor_id, purpose, route, action, ids) values ($1, 'administration', 'cli:retention', 'retention.lift', $2)`,
    [by, [id]],
  );
  return true;
}
