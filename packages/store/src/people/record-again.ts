// What is written when somebody of a report is matched again, because more is known of them? Decided links stay as they are, rejected ones too; doubtful ones get the
// new weight, new ones come with hits of their own; whoever was founded on the report is found by what is known now.

import { randomUUID } from 'node:crypto';
import type { Tx } from '../session/index.ts';
import { addFindable, type NewPerson } from './found-people.ts';
import { type Row, sendMany } from './insert-many.ts';
import { type MatchedPerson, type MatchOf, matchType, reasonsOf } from './record-matches.ts';

export interface LinksOfRecord {
  /** Somebody has decided, or the number has, whom the row is: nothing is matched any more. */
  readonly decided: boolean;
  /** The person founded on the row, where that stands. */
  readonly founded: string | null;
  /** Links that are not undone, by person. */
  readonly links: ReadonlyMap<string, { readonly id: string; readonly state: string }>;
}

/** How the links of a source row stand; locked until the transaction ends. */
export async function readLinksOfRecord(tx: Tx, recordId: string): Promise<LinksOfRecord> {
  const rows = await tx.run<{ id: string; person: string; state: string; basis: string }>(
    `select l.id, coalesce(p.merged_into, p.id) as person, l.state, l.basis from people.link l join people.person p on p.id = l.person_id
      where l.record_id = $1 and l.state <> 'undone' for update of l`,
    [recordId],
  );
  const confirmed = rows.find((row) => row.state === 'confirmed');
  return {
    decided: confirmed !== undefined && confirmed.basis !== 'founding',
    founded: confirmed?.basis === 'founding' ? confirmed.person : null,
    links: new Map(rows.map((row) => [row.person, { id: row.id, state: row.state }])),
  };
}

export interface Again extends MatchOf {
  /** report_person row */
  readonly subjectId: string;
  readonly recordId: string;
  readonly stands: LinksOfRecord;
  readonly alike: readonly MatchedPerson[];
  /** The first of them is certain by the number. */
  readonly certain: boolean;
  /** What is known now of the person founded on the row, with the number and contacts that are new; null where nobody is. */
  readonly known: Omit<NewPerson, 'demo'> | null;
  /** Something was taken back: what is not known any more is told no more. */
  readonly less: boolean;
}

/** Writes what is new. @returns the link that is certain by the number and waits to be confirmed, if there is one */
export async function recordAgain(tx: Tx, again: Again): Promise<string | null> {
  const { stands, alike, at, county } = again;
  const links: Row[] = [];
  const hits: Row[] = [];
  const idOf = new Map<string, string>();
  for (const one of alike) {
    const stood = stands.links.get(one.personId);
    if (stood !== undefined) {
      idOf.set(one.personId, stood.id);
      if (stood.state === 'candidate') await reweigh(tx, stood.id, again.subjectId, one);
      continue;
    }
    const id = randomUUID();
    idOf.set(one.personId, id);
    const shared = { person_id: one.personId, county, weight: one.weight, reasons: reasonsOf(one), created_at: at };
    const basis = again.certain && one === alike[0] ? 'identifier' : 'person';
    links.push({ id, record_id: again.recordId, ...shared, state: 'candidate', basis });
    hits.push({
      id: randomUUID(),
      report_id: again.reportId,
      report_person_id: again.subjectId,
      ...shared,
      link_id: id,
      match_type: matchType(one),
    });
  }
  sendMany(tx, 'people.link', links);
  sendMany(tx, 'intake.hit', hits);
  if (again.known !== null) {
    await addFindable(tx, [again.known]);
    await retell(tx, again.known, again.recordId, again.less);
  }
  tx.audit({ action: 'person.link', personIds: [...idOf.keys()], ids: [again.reportId], count: links.length, county });
  const [first] = alike;
  const sure = again.certain && first !== undefined ? first.personId : null;
  return sure !== null && [undefined, 'candidate'].includes(stands.links.get(sure)?.state) ? (idOf.get(sure) ?? null) : null;
}

async function reweigh(tx: Tx, linkId: string, subjectId: string, one: MatchedPerson): Promise<void> {
  const parameters = [linkId, one.weight, JSON.stringify(reasonsOf(one))];
  await tx.run(
    `update people.link set weight = $2, reasons = $3::jsonb, version = version + 1 where id = $1 and state = 'candidate'`,
    parameters,
  );
  await tx.run(`update intake.hit set weight = $2, reasons = $3::jsonb where link_id = $1 and report_person_id = $4`, [
    ...parameters,
    subjectId,
  ]);
}

/** Whoever rests on this row alone is called as is known now; unless `less`, what is not known now stays. */
async function retell(tx: Tx, known: Omit<NewPerson, 'demo'>, recordId: string, less: boolean): Promise<void> {
  await tx.run(
    `update people.person p set (name, birth_date, birth_precision) = (n.name, n.birth_date, n.birth_precision), version = p.version + 1, updated_at = $5
      from people.person was, lateral (select case when $7 then $2 else coalesce($2, was.name) end as name,
          case when $7 then $3::date else coalesce($3::date, was.birth_date) end as birth_date,
          case when $7 or $3::date is not null then $4 else was.birth_precision end as birth_precision) n
      where was.id = p.id and p.id = $1 and p.merged_into is null
        and not exists (select from people.link l where l.person_id = p.id and l.state = 'confirmed' and l.record_id <> $6)
        and (p.name, p.birth_date, p.birth_precision) is distinct from (n.name, n.birth_date, n.birth_precision)`,
    [known.id, known.name, known.birthDate, known.birthPrecision, known.at, recordId, less],
  );
}
