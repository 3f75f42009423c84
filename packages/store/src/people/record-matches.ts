// What is written when a report has been matched? A certain link, or candidates that change nothing, or somebody new; the hits that the desk's
// screen shows until the decision; the reported person's pointer. Written once per source row: repeating the request changes nothing.

import { randomUUID } from 'node:crypto';
import type { Tx } from '../session/index.ts';
import { foundPeople, type NewPerson } from './found-people.ts';
import { type Row, sendMany } from './insert-many.ts';

export interface MatchedPerson {
  readonly personId: string;
  readonly weight: number;
  readonly evidence: readonly { readonly about: string; readonly level: string; readonly bits: number }[];
}

export interface DecidedSubject {
  /** report_person row */
  readonly subjectId: string;
  readonly recordId: string;
  readonly outcome:
    | { readonly kind: 'link'; readonly to: MatchedPerson }
    | { readonly kind: 'candidates'; readonly to: readonly MatchedPerson[] }
    | { readonly kind: 'new'; readonly person: NewPerson }
    | { readonly kind: 'unidentifiable' };
}

export interface MatchOf {
  readonly reportId: string;
  readonly county: string;
  readonly at: string;
}

// The strongest kind of agreement names the hit (domain 04 §4.3).
export const matchType = ({ evidence }: MatchedPerson): string => {
  const has = (about: string, level?: string) =>
    evidence.some((e) => e.about === about && e.bits > 0 && (level === undefined || e.level === level));
  if (has('identifier', 'same')) return 'exactId';
  if (has('identifier')) return 'idTypo';
  if (has('name') && has('birthDate')) return 'nameBirth';
  if (has('name') && has('address')) return 'nameAddress';
  return has('name') && has('phone') ? 'namePhone' : has('phone') ? 'phone' : 'name';
};

/** Why, as codes with their weight; no value of anybody. */
export const reasonsOf = ({ evidence }: MatchedPerson) =>
  evidence.map(({ about, level, bits }) => ({ about, level, bits: Math.round(bits * 10) / 10 }));

/** Writes the decisions; gives the person each subject now speaks of, or null. */
export const recordMatches = async (tx: Tx, match: MatchOf, subjects: readonly DecidedSubject[]): Promise<(string | null)[]> => {
  const before = await tx.run<{ record_id: string; person_id: string | null }>(
    `select l.record_id, max(l.person_id::text) filter (where l.state = 'confirmed') as person_id from people.link l
    where l.record_id = any($1::uuid[]) and l.state <> 'undone' group by 1`,
    [subjects.map((s) => s.recordId)],
  );
  const known = new Map(before.map((row) => [row.record_id, row.person_id]));
  const fresh = subjects.filter((s) => !known.has(s.recordId));
  const links: Row[] = [];
  const hits: Row[] = [];
  const speaks = new Map<string, string>();
  for (const { subjectId, recordId, outcome } of fresh) {
    if (outcome.kind === 'new') speaks.set(subjectId, outcome.person.id);
    if (outcome.kind === 'link') speaks.set(subjectId, outcome.to.personId);
    const matched = outcome.kind === 'link' ? [outcome.to] : outcome.kind === 'candidates' ? outcome.to : [];
    for (const one of matched) {
      const id = randomUUID();
      const sure = outcome.kind === 'link';
      const shared = { person_id: one.personId, county: match.county, weight: one.weight, reasons: reasonsOf(one), created_at: match.at };
      links.push({
        id,
        record_id: recordId,
        ...shared,
        state: sure ? 'confirmed' : 'candidate',
        basis: sure ? 'identifier' : 'person',
        decided_at: sure ? match.at : null,
      });
      hits.push({
        id: randomUUID(),
        report_id: match.reportId,
        report_person_id: subjectId,
        ...shared,
        link_id: id,
        match_type: matchType(one),
      });
    }
  }
  await foundPeople(
    tx,
    fresh.flatMap(({ outcome }) => (outcome.kind === 'new' ? [outcome.person] : [])),
  );
  sendMany(tx, 'people.link', links);
  sendMany(tx, 'intake.hit', hits);
  sendSpeaks(tx, speaks);
  const touched = [...speaks.values(), ...hits.map((h) => String(h.person_id))];
  tx.audit({ action: 'person.link', personIds: touched, ids: [match.reportId], count: subjects.length, county: match.county });
  return subjects.map((s) => speaks.get(s.subjectId) ?? known.get(s.recordId) ?? null);
};

/** Says of rows of reports (report_person) whom each speaks of. */
export function sendSpeaks(tx: Tx, speaks: ReadonlyMap<string, string>): void {
  if (speaks.size === 0) return;
  tx.send({
    sql: 'update intake.report_person r set person_id = s.person from unnest($1::uuid[], $2::uuid[]) s(subject, person) where r.id = s.subject',
    parameters: [[...speaks.keys()], [...speaks.values()]],
  });
}
