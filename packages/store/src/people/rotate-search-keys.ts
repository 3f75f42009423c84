// New key for the search keys of people, while everybody works: rows say under which key they are, look-ups ask every key of the ring. A row is a hash, so it is made
// anew from the source row that founded the person; what hides it, and from whom, goes along. Small transactions: a killed run goes on where it stopped.

import type { LearnedFact } from '@anwang/core/screening';
import type { Client, QueryResultRow } from 'pg';
import { blind, blindAll, type KeyRing, SubjectKeys } from '../keys/index.ts';
import type { ClearKey } from './index-rows.ts';

type Old = { readonly person_id: string; readonly kind: string; readonly key: Buffer };
type Founded = { readonly person_id: string; readonly sealed: Buffer };
type Fact = Founded & Pick<LearnedFact, 'kind' | 'hidden' | 'takenBack'>;

/** The keys of a source row as it came, and of what was learned beside it; package people knows. */
export type KeysOfRecord = (record: string, learned: readonly LearnedFact[]) => readonly ClearKey[];

/** How it stands now: people whose keys are under the current key, and rows that no source row accounts for any more (erased, or made by an import). */
export type RotatedKeys = { readonly people: number; readonly left: number };

/**
 * Rewrites all search keys that are not under the current index key. Run as owner, after the new key is in the key file of every server.
 */
export async function rotateSearchKeys(
  owner: Client,
  ring: KeyRing,
  keysOf: KeysOfRecord,
  options: { readonly batch?: number; readonly onBatch?: (done: number) => void | Promise<void> } = {},
): Promise<RotatedKeys> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (let people = 0; ; ) {
    await owner.query('begin');
    try {
      const { rows: next } = await owner.query<{ id: string }>(
        'select distinct person_id as id from people.search_key where key_id <> $1 and person_id > $2 order by person_id limit $3',
        [ring.index.current, after, options.batch ?? 200],
      );
      const ids = next.map((row) => row.id);
      if (ids.length > 0) await rewrite(owner, ring, keysOf, ids);
      await owner.query('commit');
      if (ids.length === 0) break;
      after = ids.at(-1) ?? after;
      people += ids.length;
      await options.onBatch?.(people);
    } catch (error) {
      await owner.query('rollback').catch(() => undefined);
      throw error;
    }
  }
  const left = await owner.query<{ left: number }>('select count(*)::int as left from people.search_key where key_id <> $1', [
    ring.index.current,
  ]);
  return { people: await countCurrent(owner, ring), left: left.rows[0]?.left ?? 0 };
}

async function countCurrent(owner: Client, ring: KeyRing): Promise<number> {
  const { rows } = await owner.query<{ people: number }>(
    'select count(distinct person_id)::int as people from people.search_key where key_id = $1',
    [ring.index.current],
  );
  return rows[0]?.people ?? 0;
}

async function rewrite(owner: Client, ring: KeyRing, keysOf: KeysOfRecord, ids: readonly string[]): Promise<void> {
  const old = await owner.query<Old>(
    'select person_id, kind, key from people.search_key where person_id = any ($1) and key_id <> $2 for update',
    [ids, ring.index.current],
  );
  const founded = await owner.query<Founded>(
    `select l.person_id, r.sealed from people.link l join people.record r on r.id = l.record_id where l.person_id = any ($1) and l.basis = 'founding' and r.sealed <> ''`,
    [ids],
  );
  const keys = new SubjectKeys(
    async <Row extends QueryResultRow>(text: string, values: unknown[]) => (await owner.query<Row>(text, values)).rows,
    ring,
  );
  const opened = await keys.openMany(founded.rows.map((row) => row.sealed));
  const facts = await owner.query<Fact>(
    `select l.person_id, f.kind, f.hidden, f.back_at is not null as "takenBack", f.sealed from people.link l join intake.learned_fact f on f.record_id = l.record_id
      where l.person_id = any ($1) and l.basis = 'founding' order by f.id`,
    [ids],
  );
  const clear = await keys.openMany(facts.rows.map((row) => row.sealed));
  const learnedOf = (person: string): LearnedFact[] =>
    facts.rows.flatMap(({ person_id, kind, hidden, takenBack }, at) => {
      const value = clear[at]?.toString('utf8');
      return person_id !== person || value === undefined ? [] : [{ kind, hidden, takenBack, value }];
    });
  const held = new Set(old.rows.map((row) => nameOf(row.person_id, row.kind, row.key)));
  const moves: { person: string; kind: string; from: Buffer; to: Buffer }[] = [];
  for (const [at, { person_id: person }] of founded.rows.entries()) {
    const record = opened[at];
    if (!record) continue;
    for (const { kind, value } of keysOf(record.toString('utf8'), learnedOf(person)))
      for (const from of blindAll(ring, 'search', kind, value))
        if (held.delete(nameOf(person, kind, from))) moves.push({ person, kind, from, to: blind(ring, 'search', kind, value) });
  }
  // The same key may stand there already, written by a server since the new key came: then the old row only goes.
  await owner.query(
    `with m as (select * from unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[]) as m(person, kind, old, new)),
       gone as (delete from people.search_key k using m where k.person_id = m.person and k.kind = m.kind and k.key = m.old returning k.*, m.new)
     insert into people.search_key (key, kind, person_id, county, district, hidden, hidden_from, key_id)
       select new, kind, person_id, county, district, hidden, hidden_from, $5 from gone
       on conflict (key, person_id, kind) do update set key_id = excluded.key_id, hidden = search_key.hidden or excluded.hidden,
         hidden_from = array(select distinct x from unnest(search_key.hidden_from || excluded.hidden_from) x)`,
    [moves.map((m) => m.person), moves.map((m) => m.kind), moves.map((m) => m.from), moves.map((m) => m.to), ring.index.current],
  );
}

const nameOf = (person: string, kind: string, key: Buffer): string => `${person} ${kind} ${key.toString('hex')}`;
