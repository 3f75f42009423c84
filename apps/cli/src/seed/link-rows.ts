// Who is who in the reports of a chunk? The truth decides: a readable number that is right links by itself, otherwise the officer who screened is on record;
// reports that nobody has touched yet go through the real matcher, so that the desk finds candidates with reasons.

import { decideMatch, matchReport, prepareReported, type ReportedPerson, scorerOf } from '@anwang/people';
import { insertMany, personIndex, type Row } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import type { SynthPerson, SynthReport, SynthReportPerson } from '@anwang/synth';
import { sql } from 'kysely';

const reported = ({ given }: SynthReportPerson): ReportedPerson => given;

// A link of the past: the decision that was taken, with the reasons the matcher would have given.
const linkRow = (report: SynthReport, one: SynthReportPerson, truth: SynthPerson, id: string): Row => {
  const prepared = prepareReported({ ...reported(one), district: report.district });
  const same = prepared.identifier !== null && prepared.identifier.normal === truth.nationalId;
  const indexed = {
    id: truth.id,
    name: truth.name,
    sex: truth.sex,
    birthDate: truth.birthDate,
    birthPrecision: 'day' as const,
    version: 1,
    district: truth.district,
    identifier: same ? ('same' as const) : ('unknown' as const),
    hits: [...(prepared.phones.length > 0 ? (['phone'] as const) : []), ...(prepared.addresses.length > 0 ? (['address'] as const) : [])],
  };
  const { weight, evidence } = scorerOf(prepared)(indexed);
  const sure = decideMatch(prepared, [indexed]).kind === 'link';
  const decided = new Date(report.desk?.proposedMs ?? report.receivedMs).toISOString();
  return {
    id,
    record_id: one.recordId,
    person_id: truth.id,
    county: report.county,
    state: 'confirmed',
    basis: sure ? 'identifier' : 'person',
    weight,
    reasons: evidence.map(({ about, level, bits }) => ({ about, level, bits: Math.round(bits * 10) / 10 })),
    decided_by: sure ? null : (report.desk?.proposedBy ?? null),
    decided_at: decided,
    created_at: new Date(report.receivedMs).toISOString(),
  };
};

const linkId = (personRow: string): string => personRow.slice(0, -1) + ((Number.parseInt(personRow.slice(-1), 16) + 7) % 16).toString(16);

/** Links the people of reports; gives how many went through the matcher. */
export const writeLinks = async (tx: Tx, reports: readonly SynthReport[], people: ReadonlyMap<string, SynthPerson>): Promise<number> => {
  const decided = reports
    .filter((r) => r.desk !== null)
    .flatMap((report) => report.persons.map((one) => ({ report, one, truth: people.get(one.truth) })));
  const rows = decided.flatMap(({ report, one, truth }) => (truth === undefined ? [] : [linkRow(report, one, truth, linkId(one.id))]));
  await insertMany(tx, 'people.link', rows);
  const speaks = decided.filter(({ truth }) => truth !== undefined);
  await sql`update intake.report_person r set person_id = s.person from unnest(${speaks.map(({ one }) => one.id)}::uuid[], ${speaks.map(({ one }) => one.truth)}::uuid[]) s(id, person)
    where r.id = s.id`.execute(tx);
  const fresh = reports.filter((r) => r.desk === null);
  for (const report of fresh) {
    const subjects = report.persons.map((one) => ({ subjectId: one.id, recordId: one.recordId, person: reported(one) }));
    await matchReport(personIndex(tx), {
      reportId: report.id,
      county: report.county,
      district: report.district,
      at: new Date(report.receivedMs).toISOString(),
      demo: true,
      subjects,
    });
  }
  return fresh.length;
};
