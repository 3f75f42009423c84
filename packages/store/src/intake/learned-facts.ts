// Coded facts of a reported person that were learned after the report came: written by an officer of the desk, read with the report, taken back by one when they were wrong, never changed.
import { type BackReason, type LearnedFact, learnedKindOf, type SaidBy } from '@anwang/core/screening';
import { type Instant, msOf } from '@anwang/core/time';
import { type Placing, prepared, type Tx } from '../session/index.ts';
import { newId } from './new-id.ts';

export type NewLearned = Omit<LearnedFact, 'takenBack'> & {
  readonly reportId: string;
  readonly reportPersonId: string;
  readonly recordId: string;
  readonly county: string;
  /** Whose key sealed the source row. */
  readonly subjectId: string;
  readonly saidBy: SaidBy;
  readonly saidAt: Instant;
  readonly at: Instant;
};

/** Writes a fact and gives its id. The caller holds the lock of the report. */
export async function addLearned(tx: Tx, fact: NewLearned): Promise<string> {
  const id = newId(msOf(fact.at));
  await tx
    .insertInto('intake.learned_fact')
    .values({
      id,
      report_id: fact.reportId,
      report_person_id: fact.reportPersonId,
      record_id: fact.recordId,
      county: fact.county,
      subject_id: fact.subjectId,
      kind: fact.kind,
      sealed: await tx.keys.seal(fact.subjectId, 'record', fact.value),
      hidden: fact.hidden,
      said_by: fact.saidBy,
      said_at: fact.saidAt,
      taken_by: tx.actor.id,
      taken_at: fact.at,
    })
    .execute();
  tx.audit({
    action: 'report.learn',
    ids: [fact.reportId, fact.reportPersonId],
    county: fact.county,
    detail: { kind: fact.kind, saidBy: fact.saidBy },
  });
  return id;
}

/** Takes a fact of a report back; it stays on record. False when there is none such, or it was taken back before. The caller holds the lock of the report. */
export async function takeFactBack(
  tx: Tx,
  back: { readonly factId: string; readonly reportId: string; readonly county: string; readonly why: BackReason; readonly at: Instant },
): Promise<boolean> {
  const done = await tx
    .updateTable('intake.learned_fact')
    .set({ back_at: back.at, back_by: tx.actor.id, back_why: back.why })
    .where('id', '=', back.factId)
    .where('report_id', '=', back.reportId)
    .where('back_at', 'is', null)
    .executeTakeFirst();
  tx.audit({ action: 'report.unlearn', ids: [back.reportId, back.factId], county: back.county, detail: { why: back.why } });
  return done.numUpdatedRows > 0n;
}

export type Learned = LearnedFact & {
  readonly id: string;
  readonly recordId: string;
  readonly saidBy: string;
  readonly saidAt: Instant;
  /** The officer's name. */
  readonly takenBy: string | null;
  readonly takenAt: Instant;
  readonly back: { readonly at: Instant; readonly by: string | null; readonly why: string } | null;
};

const factRows = prepared((db, place: Placing<{ readonly reportId: string }>) =>
  db
    .selectFrom('intake.learned_fact as f')
    // The matcher reads facts and knows no accounts.
    .leftJoin('org.account as a', 'a.id', 'f.taken_by')
    .leftJoin('org.account as b', 'b.id', 'f.back_by')
    .select(['f.id', 'f.record_id', 'f.kind', 'f.sealed', 'f.hidden', 'f.said_by', 'f.said_at', 'a.name as taken_by', 'f.taken_at'])
    .select(['f.back_at', 'f.back_why', 'b.name as back_by'])
    .where('f.report_id', '=', place('reportId'))
    .orderBy('f.id'),
);

/** What was learned of the people of a report, oldest first; a fact whose key was destroyed is left out. */
export async function readLearned(tx: Tx, reportId: string): Promise<Learned[]> {
  const rows = await factRows(tx, { reportId });
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed));
  return rows.flatMap((row, at) => {
    const value = clear[at]?.toString('utf8');
    const fact = {
      id: row.id,
      recordId: row.record_id,
      kind: learnedKindOf(row.kind),
      hidden: row.hidden,
      saidBy: row.said_by,
      saidAt: row.said_at,
      takenBy: row.taken_by,
      takenAt: row.taken_at,
      takenBack: row.back_at !== null,
      back: row.back_at === null ? null : { at: row.back_at, by: row.back_by, why: row.back_why ?? '' },
    };
    return value === undefined ? [] : [{ ...fact, value }];
  });
}

/** What was learned beside one source row, oldest first. */
export async function readLearnedOfRecord(tx: Tx, recordId: string): Promise<LearnedFact[]> {
  const rows = await tx
    .selectFrom('intake.learned_fact')
    .select(['kind', 'sealed', 'hidden', 'back_at'])
    .where('record_id', '=', recordId)
    .orderBy('id')
    .execute();
  const clear = await tx.keys.openMany(rows.map((row) => row.sealed));
  return rows.flatMap(({ kind, hidden, back_at }, at) => {
    const value = clear[at]?.toString('utf8');
    return value === undefined ? [] : [{ kind: learnedKindOf(kind), hidden, takenBack: back_at !== null, value }];
  });
}

/** The report and the person of it that a fact is about; null when it is no more. */
export async function reportOfFact(tx: Tx, factId: string): Promise<{ reportId: string; reportPersonId: string } | null> {
  const row = await tx
    .selectFrom('intake.learned_fact')
    .select(['report_id', 'report_person_id'])
    .where('id', '=', factId)
    .executeTakeFirst();
  return row === undefined ? null : { reportId: row.report_id, reportPersonId: row.report_person_id };
}
