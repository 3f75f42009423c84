// How is a plan of links carried out? Step by step in the transaction of whoever decided; package people makes the plan and has its reference reading.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { foundPeople, type NewPerson } from './found-people.ts';
import type { RestsOn } from './link-situation.ts';
import { newId } from './new-id.ts';

type Following = { readonly [K in keyof RestsOn]: readonly string[] };
export type LinkStep =
  | { readonly do: 'setLink'; readonly linkId: string; readonly state: 'candidate' | 'confirmed' | 'rejected' | 'undone' }
  | { readonly do: 'found'; readonly personId: string; readonly recordId: string }
  | { readonly do: 'link'; readonly recordId: string; readonly personId: string; readonly basis: 'person' }
  | { readonly do: 'follow'; readonly recordId: string; readonly from: string | null; readonly to: string | null; readonly what: Following }
  | { readonly do: 'redirect'; readonly personId: string; readonly into: string | null };

export interface Decision {
  readonly at: string;
  readonly county: string;
  /** The person whom a `found` step makes, read again from the source row; null when the plan founds nobody. */
  readonly founded: NewPerson | null;
}

export interface Followed {
  readonly reports: number;
  readonly cases: number;
  readonly flags: number;
}

const follow = async (tx: Tx, from: string | null, to: string | null, what: Following): Promise<void> => {
  await sql`update intake.report_person set person_id = ${to} where id = any(${what.reportPersons}::uuid[])`.execute(tx);
  if (to === null) return;
  await sql`update people.flag set person_id = ${to} where id = any(${what.flags}::uuid[])`.execute(tx);
  await sql`update people.contact set person_id = ${to}, version = version + 1 where id = any(${what.contacts}::uuid[])`.execute(tx);
  if (from === null || what.cases.length === 0) return;
  // Who already stands there in that role keeps the place; the row of the other stays as it was.
  await sql`update casework.case_person p set person_id = ${to} where p.case_id = any(${what.cases}::uuid[]) and p.person_id = ${from}
    and not exists (select from casework.case_person x where x.case_id = p.case_id and x.person_id = ${to} and x.role = p.role)`.execute(
    tx,
  );
  await sql`update casework.case set subject_person_id = ${to} where id = any(${what.cases}::uuid[]) and subject_person_id = ${from}`.execute(
    tx,
  );
  await sql`update people.reach r set person_id = ${to} where r.person_id = ${from}
    and (r.case_id = any(${what.cases}::uuid[]) or r.report_id in (select report_id from intake.report_person where id = any(${what.reportPersons}::uuid[])))
    and not exists (select from people.reach x where x.person_id = ${to} and x.unit_id = r.unit_id and x.side = r.side)`.execute(tx);
};

const carryOut = async (tx: Tx, step: LinkStep, decision: Decision): Promise<void> => {
  switch (step.do) {
    case 'setLink':
      await (step.state === 'undone'
        ? sql`update people.link set state = 'undone', undone_by = ${tx.actor.id}, undone_at = ${decision.at}, version = version + 1 where id = ${step.linkId}`
        : sql`update people.link set state = ${step.state}, basis = 'person', decided_by = ${tx.actor.id}, decided_at = ${decision.at}, version = version + 1 where id = ${step.linkId}`
      ).execute(tx);
      return;
    case 'found':
      if (decision.founded === null) throw new Error('a plan founds a person, but none was prepared');
      return foundPeople(tx, [{ ...decision.founded, id: step.personId, recordId: step.recordId }]);
    case 'link':
      await sql`insert into people.link (id, record_id, person_id, county, state, basis, weight, reasons, decided_by, decided_at)
        values (${newId(Date.parse(decision.at))}, ${step.recordId}, ${step.personId}, ${decision.county}, 'confirmed', ${step.basis}, 0, '[]', ${tx.actor.id}, ${decision.at})`.execute(
        tx,
      );
      return;
    case 'follow':
      return follow(tx, step.from, step.to, step.what);
    case 'redirect':
      await sql`update people.person set merged_into = ${step.into}, version = version + 1, updated_at = ${decision.at} where id = ${step.personId}`.execute(
        tx,
      );
  }
};

/** Carries out the steps in order; says how much followed. */
export const applyLinkSteps = async (tx: Tx, steps: readonly LinkStep[], decision: Decision): Promise<Followed> => {
  for (const step of steps) await carryOut(tx, step, decision);
  const moved = steps.flatMap((step) => (step.do === 'follow' ? [step.what] : []));
  const count = (of: keyof RestsOn) => new Set(moved.flatMap((what) => what[of])).size;
  const people = steps
    .flatMap((step) => ('personId' in step ? [step.personId] : step.do === 'follow' ? [step.from, step.to] : []))
    .filter((id) => id !== null);
  tx.audit({
    action: 'person.link',
    personIds: [...new Set(people)],
    ids: steps.flatMap((s) => (s.do === 'setLink' ? [s.linkId] : [])),
    county: decision.county,
  });
  return { reports: count('reportPersons'), cases: count('cases'), flags: count('flags') };
};
