// A report for the tests of erasure: the row, who it is about as the reporter knows them, and the reporter's words, sealed each under a key of its own.

import { systemActors } from '../access/index.ts';
import type { Tx } from '../session/index.ts';

export interface ToldReport {
  readonly id: string;
  readonly number: string;
  readonly county: string;
  /** The record of the person told of. */
  readonly record: string;
  /** What the reporter said of that person, sealed. */
  readonly told: string;
  readonly narrative: string;
  readonly answers?: unknown;
  readonly evidence?: unknown;
  readonly whereabouts?: string;
  /** Who the record is known to be. */
  readonly person?: string;
}

/** Writes all of it. */
export async function tellReport(tx: Tx, { id, number, county, record, told, narrative, ...rest }: ToldReport): Promise<void> {
  const at = '2026-01-01T00:00:00Z';
  await tx
    .insertInto('people.record')
    .values({ id: record, source: 'report', county, subject_id: record, sealed: await tx.keys.seal(record, 'record', told) })
    .execute();
  await tx
    .insertInto('intake.report')
    .values({
      id,
      number,
      county,
      channel: 'ecare',
      reporter_kind: 'teacher',
      subject_id: id,
      band: 'low',
      band_source: 'rule',
      triage_due: at,
      desk_due: at,
      next_due: at,
      pack_version: '1',
      created_by: systemActors.seeder.id,
      ...(rest.answers === undefined ? {} : { answers: JSON.stringify(rest.answers) }),
    })
    .execute();
  await tx
    .insertInto('intake.report_text')
    .values({
      report_id: id,
      part: 'narrative',
      county,
      subject_id: id,
      sealed: await tx.keys.seal(id, 'report', narrative),
      ...(rest.evidence === undefined ? {} : { evidence: JSON.stringify(rest.evidence) }),
    })
    .execute();
  await tx
    .insertInto('intake.report_person')
    .values({
      report_id: id,
      county,
      role: 'subject',
      record_id: record,
      ...(rest.whereabouts === undefined ? {} : { whereabouts: rest.whereabouts }),
      ...(rest.person === undefined ? {} : { person_id: rest.person }),
    })
    .execute();
}
