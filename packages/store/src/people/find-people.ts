// Who might a reported person be? One round trip: search keys, whole, near and masked numbers of every subject of a report at once, each probed by
// equality under the policies, at most KEY_LIMIT people per key. Keys that rest on a contact hidden by law 8 are not used.

import { sql } from 'kysely';
import { blindAll, nearForms } from '../keys/index.ts';
import { bare, type Placing, prepared, type Tx } from '../session/index.ts';
import type { ClearKey } from './index-rows.ts';

/** Of a key that more people share (a common name, an institution's telephone) so many are read, those of the district first. */
export const KEY_LIMIT = 200;
/** And no more than these are looked at for it: the index alone is read, half a microsecond each. */
const KEY_BOUND = 4000;

export interface PersonLookup {
  readonly identifier: { readonly normal: string; readonly kind: string; readonly valid: boolean } | null;
  readonly keys: readonly ClearKey[];
  readonly district: string | null;
}

export interface FoundPerson {
  readonly id: string;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown' | null;
  readonly birthDate: string | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
  readonly district: string | null;
  readonly identifier: 'same' | 'near' | 'masked' | 'different' | 'unknown';
  readonly hits: readonly string[];
  readonly version: number;
}

interface Hit {
  n: number;
  hits: string[];
  id: string;
  name: string | null;
  sex: FoundPerson['sex'];
  birth_date: string | null;
  birth_precision: FoundPerson['birthPrecision'];
  district: string | null;
  numbered: boolean;
  version: number;
}

const agreement = (lookup: PersonLookup | undefined, hit: Hit): FoundPerson['identifier'] => {
  if (lookup?.identifier == null) return 'unknown';
  for (const level of ['same', 'near', 'masked'] as const) if (hit.hits.includes(`id:${level}`)) return level;
  return hit.numbered && lookup.identifier.valid ? 'different' : 'unknown';
};

/** The people whom each lookup finds, in the order of the lookups. */
export const findPeople = async (tx: Tx, lookups: readonly PersonLookup[]): Promise<FoundPerson[][]> => {
  const keys = lookups.flatMap(({ keys: list }, n) =>
    list.flatMap(({ kind, value }) =>
      blindAll(tx.ring, 'search', kind, value).map((key) => ({ n, key, district: lookups[n]?.district ?? '' })),
    ),
  );
  const numbers = lookups.flatMap(({ identifier }, n) => (identifier === null ? [] : [{ n, ...identifier }]));
  const wholes = numbers
    .filter((i) => i.kind !== 'masked')
    .flatMap((i) => blindAll(tx.ring, 'whole', 'nationalId', i.normal).map((key) => ({ n: i.n, key })));
  const nears = numbers.flatMap((i) => {
    const forms =
      i.kind === 'masked' ? [{ form: 'masked' as const, text: i.normal }] : nearForms(i.normal).filter(({ form }) => form === 'omit');
    return forms.flatMap(({ form, text }) => blindAll(tx.ring, form, 'nationalId', text).map((key) => ({ n: i.n, key })));
  });
  if (keys.length + wholes.length + nears.length === 0) return lookups.map(() => []);
  const rows = await hitRows(tx, {
    keyAt: keys.map((k) => k.n),
    keys: keys.map((k) => k.key),
    districts: keys.map((k) => k.district),
    wholeAt: wholes.map((k) => k.n),
    wholes: wholes.map((k) => k.key),
    nearAt: nears.map((k) => k.n),
    nears: nears.map((k) => k.key),
  });
  const found: FoundPerson[][] = lookups.map(() => []);
  for (const hit of rows)
    found[hit.n]?.push({
      id: hit.id,
      name: hit.name,
      sex: hit.sex,
      birthDate: hit.birth_date,
      birthPrecision: hit.birth_precision,
      version: hit.version,
      district: hit.district,
      identifier: agreement(lookups[hit.n], hit),
      hits: hit.hits.filter((how) => !how.startsWith('id:')),
    });
  return found;
};

type Probes = {
  readonly keyAt: readonly number[];
  readonly keys: readonly Buffer[];
  /** The district of each key's lookup; '' when none is known. */
  readonly districts: readonly string[];
  readonly wholeAt: readonly number[];
  readonly wholes: readonly Buffer[];
  readonly nearAt: readonly number[];
  readonly nears: readonly Buffer[];
};

const hitRows = prepared((_db, place: Placing<Probes>) =>
  bare(sql<Hit>`
    with hit as (
      select q.n, s.person_id, s.kind as how from unnest(${place('keyAt')}::int[], ${place('keys')}::bytea[], ${place('districts')}::text[]) q(n, key, district)
        cross join lateral (
          select b.person_id, b.kind from (select k.person_id, k.kind, k.district from people.search_key k where k.key = q.key and not k.hidden limit ${KEY_BOUND}) b
          order by b.district = q.district desc nulls last limit ${KEY_LIMIT}
        ) s
      union all
      select q.n, s.person_id, 'id:same' from unnest(${place('wholeAt')}::int[], ${place('wholes')}::bytea[]) q(n, key)
        cross join lateral (select i.person_id from people.identifier i where i.whole = q.key limit ${KEY_LIMIT}) s
      union all
      select q.n, s.person_id, case s.form when 'omit' then 'id:near' else 'id:masked' end from unnest(${place('nearAt')}::int[], ${place('nears')}::bytea[]) q(n, key)
        cross join lateral (select i.person_id, i.form from people.identifier_near i where i.blind = q.key limit ${KEY_LIMIT}) s
    ), told as (
      select h.n, coalesce(p.merged_into, p.id) as person_id, array_agg(distinct h.how) as hits
      from hit h join people.person p on p.id = h.person_id group by 1, 2
    )
    select t.n, t.hits, p.id, p.name, p.sex, p.birth_date, p.birth_precision, p.version, p.district,
      t.n = any (${place('wholeAt')}::int[])
        and exists (select 1 from people.identifier i where i.person_id = p.id and i.valid) as numbered
    from told t join people.person p on p.id = t.person_id`),
);
