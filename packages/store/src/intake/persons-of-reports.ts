// Whom do several reports name? For a list that says whom each will be about: with two statements, and what the desk learned since taken in.
import { type LearnedFact, learnedKindOf, withLearned } from '@anwang/core/screening';
import { sql } from 'kysely';
import { type Placing, prepared, type Tx } from '../session/index.ts';
import type { SealedPerson } from './new-report.ts';

type OfReports = { readonly reportIds: readonly string[] };
const anyOf = (place: Placing<OfReports>) => sql<string>`any(${place('reportIds')}::uuid[])`;

const personRows = prepared((db, place: Placing<OfReports>) =>
  db
    .selectFrom('intake.report_person as rp')
    .innerJoin('people.record as c', 'c.id', 'rp.record_id')
    .select(['rp.report_id', 'rp.record_id', 'rp.person_id', 'rp.role', 'rp.relation_to_subject', 'c.sealed'])
    .where('rp.report_id', '=', anyOf(place))
    .orderBy('rp.report_id')
    .orderBy('rp.position'),
);

const factRows = prepared((db, place: Placing<OfReports>) =>
  db
    .selectFrom('intake.learned_fact')
    .select(['record_id', 'kind', 'sealed', 'hidden', 'back_at'])
    .where('report_id', '=', anyOf(place))
    .orderBy('id'),
);

/** The persons by report id, in the order in which each report names them. What is shown of them is the caller's to put on record. */
export async function personsOfReports(tx: Tx, reportIds: readonly string[]) {
  if (reportIds.length === 0) return new Map<string, never[]>();
  const [rows, facts] = await Promise.all([personRows(tx, { reportIds }), factRows(tx, { reportIds })]);
  const clear = await tx.keys.openMany([...rows, ...facts].map(({ sealed }) => sealed));
  const learned = facts.flatMap(({ record_id, kind, hidden, back_at }, at) => {
    const value = clear[rows.length + at]?.toString('utf8');
    const fact: LearnedFact[] = value === undefined ? [] : [{ kind: learnedKindOf(kind), hidden, takenBack: back_at !== null, value }];
    return fact.map((one) => ({ ...one, record: record_id }));
  });
  const persons = rows.map(({ sealed: _sealed, ...row }, at) => {
    const bytes = clear[at];
    const reported: SealedPerson | null = bytes ? JSON.parse(bytes.toString('utf8')) : null;
    const given =
      reported === null
        ? null
        : withLearned(
            reported,
            learned.filter((fact) => fact.record === row.record_id),
          );
    return { ...row, given };
  });
  return Map.groupBy(persons, (person) => person.report_id);
}
