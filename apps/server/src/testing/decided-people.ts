// People as reports tell of them, and all that a decision about who is who may change.
import type { Instant } from '@anwang/core/time';
import { indexKeys, prepareReported } from '@anwang/people';
import { newId, newPersonFrom } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import type { Client } from 'pg';

/** When the world of the test begins. */
export const begin = '2026-11-20T01:00:00.000Z' as Instant;
/** Its county. */
export const county = '64000';

const given = (n: number) => ({
  name: `陳怡${'君婷文玲芳'[n % 5]}`,
  nationalId: null,
  birthDate: `19${70 + (n % 20)}-01-02`,
  sex: 'female' as const,
  phones: [`09001112${String(n).padStart(2, '0')}`],
  addresses: [],
});

/** A source row about the n-th person. */
export async function aRecord(tx: Tx, n: number) {
  const id = newId(Date.parse(begin));
  await tx
    .insertInto('people.record')
    .values({
      id,
      source: 'report',
      county,
      subject_id: id,
      sealed: await tx.keys.seal(id, 'record', JSON.stringify(given(n))),
      received_at: begin,
    })
    .execute();
  return id;
}

/** The same person as the index founds them. */
export const preparedAs = (n: number, recordId: string) => {
  const prepared = prepareReported(given(n));
  return newPersonFrom({ county, district: null, at: begin, demo: true }, { recordId, prepared, keys: indexKeys(prepared) });
};

/** All that decisions may change, but for numbers of versions and what is remembered of links that no longer hold. */
export async function decidedState(owner: Client): Promise<string> {
  const { rows } = await owner.query(`select
    (select jsonb_agg(jsonb_build_array(record_id, person_id, state, basis, decided_by, decided_at) order by record_id, person_id) from people.link where state <> 'undone') as links,
    (select jsonb_agg(jsonb_build_array(id, merged_into) order by id) from people.person where merged_into is not null) as redirects,
    (select jsonb_agg(jsonb_build_array(id, person_id) order by id) from intake.report_person) as reports,
    (select jsonb_agg(jsonb_build_array(id, person_id, hidden_from) order by id) from people.contact) as contacts,
    (select jsonb_agg(jsonb_build_array(id, person_id) order by id) from people.flag) as flags,
    (select jsonb_agg(jsonb_build_array(person_id, other_id, id) order by id) from people.kin) as kin,
    (select jsonb_agg(jsonb_build_array(person_id, unit_id, side) order by person_id, unit_id, side) from people.reach) as reach,
    (select jsonb_agg(jsonb_build_array(person_id, kind, key) order by person_id, kind, key) from people.search_key) as keys,
    (select jsonb_agg(to_jsonb(p) order by case_id, person_id, role) from casework.case_person p) as members,
    (select jsonb_agg(jsonb_build_array(id, person_id) order by id) from casework.visit) as visits,
    (select jsonb_agg(jsonb_build_array(id, subject_person_id) order by id) from casework."case") as cases`);
  return JSON.stringify(rows[0]);
}
