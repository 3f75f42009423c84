// One case as a session may see it: each part is its own query under its own policy, so what is not for this reader is simply not there.

import { sql } from 'kysely';
import { type Placing, prepared, type Tx } from '../session/index.ts';

type OfCase = { readonly caseId: string };

const caseRow = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.case as c')
    .innerJoin('org.unit as u', 'u.id', 'c.unit_id')
    .leftJoin('org.account as lead', 'lead.id', 'c.lead_id')
    .leftJoin('org.account as boss', 'boss.id', 'c.supervisor_id')
    .leftJoin('org.district as d', 'd.id', 'c.district')
    .selectAll('c')
    .select([
      'u.name_zh as unit_zh',
      'u.name_en as unit_en',
      'lead.name as lead_name',
      'boss.name as supervisor_name',
      'd.name_zh as district_zh',
      'd.name_en as district_en',
    ])
    .where('c.id', '=', place('caseId')),
);
/** The case's own row with names of unit, lead, supervisor and district; undefined when it is not there for the session. */
export const findCase = async (tx: Tx, caseId: string) => (await caseRow(tx, { caseId }))[0];

const memberRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.case_person as m')
    .leftJoin('people.person as p', 'p.id', 'm.person_id')
    .select(['m.person_id', 'm.role', 'm.relation', 'm.since', 'm.until', 'p.name', 'p.sex', 'p.birth_date'])
    .where('m.case_id', '=', place('caseId'))
    .orderBy(sql`m.until is not null`)
    .orderBy('m.since'),
);
/** Members with the clear names of the person index where the session may read them. */
export const readMembers = (tx: Tx, caseId: string) => memberRows(tx, { caseId });

const assignmentRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.assignment as s')
    .innerJoin('org.unit as u', 'u.id', 's.unit_id')
    .leftJoin('org.account as a', 'a.id', 's.account_id')
    .select(['s.account_id', 's.unit_id', 's.role', 's.duty', 's.since', 's.until', 'a.name', 'u.name_zh as unit_zh'])
    .where('s.case_id', '=', place('caseId'))
    .orderBy(sql`s.until is not null`)
    .orderBy('s.since'),
);
/** Assignments with names, present ones first. */
export const readAssignments = (tx: Tx, caseId: string) => assignmentRows(tx, { caseId });

/** The clocks as projected. */
export const readClocks = (tx: Tx, caseId: string) => clockRows(tx, { caseId });
const clockRows = prepared((db, place: Placing<OfCase>) =>
  db.selectFrom('casework.clock').selectAll().where('case_id', '=', place('caseId')).orderBy('due_at').orderBy('rule'),
);

const reportRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.case_report as cr')
    .innerJoin('intake.report as r', 'r.id', 'cr.report_id')
    .select(['r.id', 'r.number', 'cr.kind', 'r.received_at', 'r.band', 'r.grounds'])
    .where('cr.case_id', '=', place('caseId'))
    .orderBy('r.received_at', 'desc'),
);
/** Reports of the case that the session may read. */
export const readReportsOfCase = (tx: Tx, caseId: string) => reportRows(tx, { caseId });

/** Assessments without answers: score, band, moment. */
export async function readAssessments(tx: Tx, caseId: string) {
  return tx.selectFrom('casework.assessment').selectAll().where('case_id', '=', caseId).orderBy('happened_at', 'desc').execute();
}

/** Goals with their status. */
export async function readGoals(tx: Tx, caseId: string) {
  return tx.selectFrom('casework.goal').selectAll().where('case_id', '=', caseId).orderBy('id').execute();
}

const approvalRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.approval as a')
    .leftJoin('org.account as p', 'p.id', 'a.proposed_by')
    .leftJoin('org.account as d', 'd.id', 'a.decided_by')
    .selectAll('a')
    .select(['p.name as proposed_name', 'd.name as decided_name'])
    .where('a.case_id', '=', place('caseId'))
    .orderBy('a.proposed_at', 'desc'),
);
/** Approvals with names. */
export const readApprovals = (tx: Tx, caseId: string) => approvalRows(tx, { caseId });

const shareRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.share as s')
    .leftJoin('org.unit as u', 'u.id', 's.to_unit')
    .leftJoin('org.account as a', 'a.id', 's.to_account')
    .selectAll('s')
    .select(['u.name_zh as unit_zh', 'a.name as account_name'])
    .where('s.case_id', '=', place('caseId'))
    .orderBy('s.since', 'desc'),
);
/** Shares with the names of those who share in it. */
export const readShares = (tx: Tx, caseId: string) => shareRows(tx, { caseId });

const referralRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('network.referral as r')
    .innerJoin('org.unit as u', 'u.id', 'r.to_unit')
    .selectAll('r')
    .select(['u.name_zh as to_zh'])
    .where('r.case_id', '=', place('caseId'))
    .orderBy('r.sent_at', 'desc'),
);
/** Referrals out of the case, with what was sent and answered in clear. */
export async function readReferralsOfCase(tx: Tx, caseId: string) {
  const rows = await referralRows(tx, { caseId });
  const sealed = rows.flatMap((row) => [row.sealed, row.answer_sealed ?? Buffer.alloc(0)]);
  const clear = await tx.keys.openMany(sealed.filter((bytes) => bytes.length > 0));
  let at = 0;
  return rows.map((row) => {
    const content = clear[at++]?.toString('utf8') ?? null;
    const answer = row.answer_sealed === null ? null : (clear[at++]?.toString('utf8') ?? null);
    return { ...row, content, answer };
  });
}

const siblingRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.case as c')
    .innerJoin('org.unit as u', 'u.id', 'c.unit_id')
    .leftJoin('org.account as lead', 'lead.id', 'c.lead_id')
    .select(['c.id', 'c.number', 'c.programme', 'c.status', 'u.name_zh as unit_zh', 'lead.name as lead_name'])
    .where('c.id', '!=', place('caseId'))
    .where('c.closed_at', 'is', null)
    .where(
      sql<boolean>`c.id in (select o.case_id from casework.case_person m join casework.case_person o on o.person_id = m.person_id and o.until is null where m.case_id = ${place('caseId')}::uuid and m.until is null)`,
    )
    .orderBy('c.received_at', 'desc')
    .limit(20),
);
/** Open cases of the same people in reach: number, programme, unit and lead, nothing else. */
export const readSiblings = (tx: Tx, caseId: string) => siblingRows(tx, { caseId });

/** Whether a person of the index is there for the session. */
export async function personVisible(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.selectFrom('people.person').select('id').where('id', '=', personId).executeTakeFirst()) !== undefined;
}

/** An active unit's county and name; undefined if there is none. */
export async function findUnit(tx: Tx, unitId: string) {
  return tx
    .selectFrom('org.unit')
    .select(['id', 'county', 'kind', 'name_zh', 'name_en'])
    .where('id', '=', unitId)
    .where('active', '=', true)
    .executeTakeFirst();
}

/** An active account's unit; undefined if there is none. */
export async function findAccount(tx: Tx, accountId: string) {
  return tx
    .selectFrom('org.account')
    .select(['id', 'unit_id', 'name'])
    .where('id', '=', accountId)
    .where('active', '=', true)
    .where('system', '=', false)
    .executeTakeFirst();
}

/** A file of the case; undefined if there is none in reach. */
export async function findCaseFile(tx: Tx, caseId: string, fileId: string) {
  return tx.selectFrom('files.file').select(['id', 'state']).where('id', '=', fileId).where('case_id', '=', caseId).executeTakeFirst();
}

const namesOf = prepared((db, place: Placing<{ ids: readonly string[] }>) =>
  db
    .selectFrom('org.account')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${place('ids')}::uuid[])`),
);
/** Names of accounts, for timelines. */
export async function accountNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await namesOf(tx, { ids: [...new Set(ids)] });
  return new Map(rows.map((row) => [row.id, row.name]));
}
