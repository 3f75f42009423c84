// One case as a session may see it: each part is its own query under its own policy, so what is not for this reader is simply not there.

import type { KnownPerson } from '@anwang/core/cases';
import { sql } from 'kysely';
import { type Placing, prepared, type Tx } from '../session/index.ts';

type OfCase = { readonly caseId: string };

const caseRow = prepared((db, place: Placing<OfCase>) =>
  db.selectFrom('casework.case as c').selectAll('c').where('c.id', '=', place('caseId')),
);
/** The case's own row with names of unit, lead, supervisor and district; undefined when it is not there for the session. */
export async function findCase(tx: Tx, caseId: string) {
  const [row] = await caseRow(tx, { caseId });
  if (row === undefined) return undefined;
  const nameOf = await tx.names.read(tx, { unit: [row.unit_id], account: [row.lead_id, row.supervisor_id], district: [row.district] });
  return {
    ...row,
    unit_zh: nameOf('unit', row.unit_id) ?? '',
    lead_name: nameOf('account', row.lead_id),
    supervisor_name: nameOf('account', row.supervisor_id),
    district_zh: nameOf('district', row.district),
  };
}

const memberRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.case_person as m')
    .leftJoin('people.person as p', 'p.id', 'm.person_id')
    .select(['m.person_id', 'm.role', 'm.relation', 'm.since', 'm.until', 'p.name', 'p.sex', 'p.birth_date', 'p.birth_precision'])
    .where('m.case_id', '=', place('caseId'))
    .orderBy(sql`m.until is not null`)
    .orderBy('m.since'),
);
/** Members with the clear names of the person index where the session may read them. */
export const readMembers = (tx: Tx, caseId: string) => memberRows(tx, { caseId });

const wordRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.family_word as w')
    .leftJoin('people.person as p', 'p.id', 'w.person_id')
    .leftJoin('people.person as o', 'o.id', 'w.other_id')
    .select(['w.id', 'w.about', 'w.person_id', 'w.other_id', 'w.relation', 'w.lives', 'w.since', 'w.until', 'w.basis', 'w.said_at'])
    .select(['p.name as name', 'o.name as other_name'])
    .where('w.case_id', '=', place('caseId'))
    .orderBy('w.said_at', 'desc')
    .orderBy('w.id', 'desc'),
);
/** What the case says of the family, latest first. */
export const readFamilyWords = (tx: Tx, caseId: string) => wordRows(tx, { caseId });

const openIdentityRows = prepared((db, place: Placing<{ readonly persons: readonly string[] }>) =>
  db.selectFrom(sql<{ id: string }>`people.identity_open(${place('persons')}::uuid[])`.as<'open'>(sql`open(id)`)).select('open.id'),
);
/** Who of these may turn out to be somebody else of the index: their pair waits for whoever decides. Of whom, nobody is told. */
export async function readOpenIdentities(tx: Tx, persons: readonly string[]): Promise<ReadonlySet<string>> {
  if (persons.length === 0) return new Set();
  return new Set((await openIdentityRows(tx, { persons })).map((row) => row.id));
}

const assignmentRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.assignment as s')
    .select(['s.account_id', 's.unit_id', 's.role', 's.duty', 's.since', 's.until'])
    .where('s.case_id', '=', place('caseId'))
    .orderBy(sql`s.until is not null`)
    .orderBy('s.since'),
);
/** Assignments with names, present ones first. */
export async function readAssignments(tx: Tx, caseId: string) {
  const rows = await assignmentRows(tx, { caseId });
  const nameOf = await tx.names.read(tx, { unit: rows.map((row) => row.unit_id), account: rows.map((row) => row.account_id) });
  return rows.map((row) => ({ ...row, name: nameOf('account', row.account_id), unit_zh: nameOf('unit', row.unit_id) ?? '' }));
}

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
  db.selectFrom('casework.approval as a').selectAll('a').where('a.case_id', '=', place('caseId')).orderBy('a.proposed_at', 'desc'),
);
/** Approvals with names. */
export async function readApprovals(tx: Tx, caseId: string) {
  const rows = await approvalRows(tx, { caseId });
  const nameOf = await tx.names.read(tx, { account: rows.flatMap((row) => [row.proposed_by, row.decided_by]) });
  return rows.map((row) => ({
    ...row,
    proposed_name: nameOf('account', row.proposed_by),
    decided_name: nameOf('account', row.decided_by),
  }));
}

const shareRows = prepared((db, place: Placing<OfCase>) =>
  db.selectFrom('casework.share as s').selectAll('s').where('s.case_id', '=', place('caseId')).orderBy('s.since', 'desc'),
);
/** Shares with the names of those who share in it. */
export async function readShares(tx: Tx, caseId: string) {
  const rows = await shareRows(tx, { caseId });
  const nameOf = await tx.names.read(tx, { unit: rows.map((row) => row.to_unit), account: rows.map((row) => row.to_account) });
  return rows.map((row) => ({ ...row, unit_zh: nameOf('unit', row.to_unit), account_name: nameOf('account', row.to_account) }));
}

const referralRows = prepared((db, place: Placing<OfCase>) =>
  db.selectFrom('network.referral as r').selectAll('r').where('r.case_id', '=', place('caseId')).orderBy('r.sent_at', 'desc'),
);
/** Referrals out of the case, with what was sent and answered in clear. */
export async function readReferralsOfCase(tx: Tx, caseId: string) {
  const rows = await referralRows(tx, { caseId });
  const sealed = rows.flatMap((row) => [row.sealed, row.answer_sealed ?? Buffer.alloc(0)]);
  const [clear, nameOf] = await Promise.all([
    tx.keys.openMany(sealed.filter((bytes) => bytes.length > 0)),
    tx.names.read(tx, { unit: rows.map((row) => row.to_unit) }),
  ]);
  let at = 0;
  return rows.map((row) => {
    const content = clear[at++]?.toString('utf8') ?? null;
    const answer = row.answer_sealed === null ? null : (clear[at++]?.toString('utf8') ?? null);
    return { ...row, to_zh: nameOf('unit', row.to_unit) ?? '', content, answer };
  });
}

const siblingRows = prepared((db, place: Placing<OfCase>) =>
  db
    .selectFrom('casework.case as c')
    .select(['c.id', 'c.number', 'c.programme', 'c.status', 'c.unit_id', 'c.lead_id'])
    .where('c.id', '!=', place('caseId'))
    .where('c.closed_at', 'is', null)
    .where(
      sql<boolean>`c.id in (select o.case_id from casework.case_person m join casework.case_person o on o.person_id = m.person_id and o.until is null where m.case_id = ${place('caseId')}::uuid and m.until is null)`,
    )
    .orderBy('c.received_at', 'desc')
    .limit(20),
);
/** Open cases of the same people in reach: number, programme, unit and lead, nothing else. */
export async function readSiblings(tx: Tx, caseId: string) {
  const rows = await siblingRows(tx, { caseId });
  const nameOf = await tx.names.read(tx, { unit: rows.map((row) => row.unit_id), account: rows.map((row) => row.lead_id) });
  return rows.map((row) => ({ ...row, unit_zh: nameOf('unit', row.unit_id) ?? '', lead_name: nameOf('account', row.lead_id) }));
}

/** Whether a person of the index is there for the session. */
export async function personVisible(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.selectFrom('people.person').select('id').where('id', '=', personId).executeTakeFirst()) !== undefined;
}

/** Who some people are, as far as the session reads them. */
export async function personFacts(tx: Tx, ids: readonly string[]): Promise<KnownPerson[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('people.person')
    .select(['id', 'name', 'sex', 'birth_date', 'birth_precision'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({
    person: row.id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    birthPrecision: row.birth_precision,
  }));
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

/** Names of accounts, for timelines. */
export async function accountNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const nameOf = await tx.names.read(tx, { account: ids });
  const names = new Map<string, string>();
  for (const id of ids) {
    const name = nameOf('account', id);
    if (name !== null) names.set(id, name);
  }
  return names;
}
