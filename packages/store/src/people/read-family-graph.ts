// What is the material of a family picture? The person, kin to the second step, everybody of their households, contacts as far as law 8 lets them exist,
// and the cases, reports and flags of all of them: a fixed number of statements, whatever the family's size.

import { livedTogether, tyingRelations } from '@anwang/core/identity';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { type StatedRelation, withStatedEdges } from './stated-kin.ts';
import { readHomeStatements, readOpposed, withToldHomes } from './told-homes.ts';

interface Hideable {
  readonly hidden: boolean;
  readonly hiddenFrom: string[];
}
type Confidence = 'confirmed' | 'probable' | 'reported';
type Severity = 'urgent' | 'attention' | 'normal';
type Band = 'extreme' | 'high' | 'medium' | 'low';

export interface StoredGraph {
  readonly people: {
    readonly id: string;
    readonly name: string | null;
    readonly sex: 'male' | 'female' | 'other' | 'unknown';
    readonly birthDate: string | null;
    readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
    readonly deceasedOn: string | null;
    readonly district: string | null;
  }[];
  readonly kin: (Hideable & {
    readonly from: string;
    readonly to: string;
    readonly relation: string;
    readonly since: string | null;
    readonly until: string | null;
    readonly source: string;
    readonly confidence: Confidence;
    /** What was said in one word, and of whom; null of a recorded edge. */
    readonly told: { readonly person: string; readonly relation: string } | null;
  })[];
  readonly households: {
    readonly id: string;
    readonly kind: 'registered' | 'lived';
    readonly district: string | null;
    readonly members: readonly StoredMember[];
    /** People in whose sight it does not exist. */
    readonly keptFrom: readonly string[];
  }[];
  readonly contacts: (Hideable & {
    readonly id: string;
    readonly personId: string;
    readonly kind: string;
    readonly value: string | null;
    readonly district: string | null;
    readonly source: string;
    readonly since: string | null;
  })[];
  readonly cases: {
    readonly id: string;
    readonly number: string;
    readonly programme: string;
    readonly status: string;
    readonly stage: string;
    readonly risk: Band | null;
    readonly unitName: string;
    readonly leadName: string | null;
    readonly personIds: string[];
    readonly lastContactAt: string | null;
    readonly readable: boolean;
  }[];
  readonly reports: {
    readonly id: string;
    readonly number: string;
    readonly receivedAt: string;
    readonly channel: string;
    readonly band: Band;
    readonly status: string;
    readonly personIds: string[];
    readonly grounds: string[];
  }[];
  readonly flags: {
    readonly id: string;
    readonly personId: string;
    readonly source: string;
    readonly code: string;
    readonly sensitivity: 'S1' | 'S2' | 'S3' | 'S4';
    readonly severity: Severity;
    readonly legalBasis: string;
    readonly asOf: string;
    readonly facts: Record<string, string | number | boolean>;
  }[];
}

interface StoredMember extends Hideable {
  readonly personId: string;
  readonly relation: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** More relatives than a screen can show; a family tree beyond that needs another question. */
const PEOPLE_LIMIT = 60;

// The focus, their kin, their household, and the kin and household of those: two steps, sets only.
const circle = async (tx: Tx, focus: readonly string[]): Promise<string[]> => {
  const reached = new Set(focus);
  let edge = [...focus];
  for (let step = 0; step < 2 && edge.length > 0 && reached.size < PEOPLE_LIMIT; step++) {
    const { rows } = await sql<{ id: string }>`
      select other_id as id from people.kin where person_id = any(${edge}::uuid[])
      union select person_id from people.kin where other_id = any(${edge}::uuid[])
      union select unnest(array[person_id, subject_id]) from people.stated_kin(${edge}::uuid[]) where relation = any(${[...tyingRelations]}::text[])
      union select b.person_id from people.household_member a join people.household_member b on b.household_id = a.household_id where a.person_id = any(${edge}::uuid[])`.execute(
      tx,
    );
    const at = new Set(edge);
    const homes = livedTogether(await readHomeStatements(tx, edge), []).map(({ members }) => members.map((one) => one.person));
    const beside = homes.filter((home) => home.some((id) => at.has(id))).flat();
    edge = [...new Set([...rows.map((r) => r.id), ...beside])].filter((id) => !reached.has(id));
    for (const id of edge) reached.add(id);
  }
  return [...reached].slice(0, PEOPLE_LIMIT);
};

/**
 * The graph around a person, or around the people a report names, as the actor's policies let it exist.
 * @param focus ids that are not merged away
 */
export const readFamilyGraph = async (tx: Tx, focus: readonly string[]): Promise<StoredGraph> => {
  const ids = await circle(tx, focus);
  await tx.look(ids);
  const own = sql`any(${ids}::uuid[])`;
  const people = await sql<StoredGraph['people'][number]>`
    select id, name, coalesce(sex, 'unknown') as sex, birth_date as "birthDate", birth_precision as "birthPrecision", deceased_on as "deceasedOn", district from people.person where id = ${own} order by id`.execute(
    tx,
  );
  const kin = await sql<StoredGraph['kin'][number]>`
    select person_id as "from", other_id as "to", relation, valid_from as since, valid_until as until, source, confidence, hidden, hidden_from as "hiddenFrom"
    from people.kin where person_id = ${own} and other_id = ${own} order by id`.execute(tx);
  const stated = await sql<StatedRelation>`
    select person_id as person, subject_id as subject, relation, source from people.stated_kin(${ids}::uuid[])
    where person_id = ${own} and subject_id = ${own} and (relation = any(${[...tyingRelations]}::text[]) or source = 'worker') order by 1, 2, 3, 4`.execute(
    tx,
  );
  const members = await sql<StoredMember & { household: string; kind: 'registered' | 'lived'; district: string | null }>`
    select m.household_id as household, h.kind, h.district, m.person_id as "personId", m.relation, m.valid_from as since, m.valid_until as until, m.source, m.confidence, m.hidden, m.hidden_from as "hiddenFrom"
    from people.household_member m join people.household h on h.id = m.household_id where m.person_id = ${own} order by m.household_id, m.id`.execute(
    tx,
  );
  const homes = [...Map.groupBy(members.rows, (m) => m.household)].map(([id, list]) => ({
    id,
    kind: list[0]?.kind ?? 'lived',
    district: list[0]?.district ?? null,
    members: list.map(({ household, kind, district, ...member }) => member),
  }));
  const statements = (await readHomeStatements(tx, ids)).filter(({ person, subject }) => ids.includes(person) && ids.includes(subject));
  const contacts = await sql<Omit<StoredGraph['contacts'][number], 'value'> & { sealed: Buffer }>`
    select id, person_id as "personId", kind, sealed, district, source, valid_from as since, hidden, hidden_from as "hiddenFrom" from people.contact where person_id = ${own} and valid_until is null order by id`.execute(
    tx,
  );
  const opened = await tx.keys.openMany(contacts.rows.map((c) => c.sealed));
  const cases = await sql<StoredGraph['cases'][number]>`
    select c.id, c.number, c.programme, c.status, c.stage, c.risk, u.name_zh as "unitName", a.name as "leadName", array_agg(cp.person_id) as "personIds", c.last_contact_at as "lastContactAt", true as readable
    from casework.case_person cp join casework.case c on c.id = cp.case_id join org.unit u on u.id = c.unit_id left join org.account a on a.id = c.lead_id
    where cp.person_id = ${own} group by c.id, u.id, a.id order by c.received_at desc`.execute(tx);
  const reports = await sql<StoredGraph['reports'][number]>`
    select r.id, r.number, r.received_at as "receivedAt", r.channel, r.band, r.status, array_agg(p.person_id) as "personIds", r.grounds
    from intake.report_person p join intake.report r on r.id = p.report_id where p.person_id = ${own} group by r.id order by r.received_at desc limit 50`.execute(
    tx,
  );
  const flags = await sql<StoredGraph['flags'][number]>`
    select id, person_id as "personId", source, code, sensitivity, severity, legal_basis as "legalBasis", as_of as "asOf", facts from people.flag where person_id = ${own} and withdrawn_at is null order by as_of desc, id`.execute(
    tx,
  );
  tx.audit({
    action: 'family.read',
    personIds: people.rows.map((p) => p.id),
    ids: [...cases.rows, ...reports.rows].map((r) => r.id),
    count: people.rows.length,
  });
  return {
    people: people.rows,
    kin: withStatedEdges(stated.rows, kin.rows),
    households: withToldHomes(homes, statements, await readOpposed(tx, ids)),
    contacts: contacts.rows.map(({ sealed, ...contact }, i) => ({ ...contact, value: opened[i]?.toString('utf8') ?? null })),
    cases: cases.rows,
    reports: reports.rows,
    flags: flags.rows,
  };
};
