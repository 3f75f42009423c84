// PostgreSQL against decide(): in random worlds, for every account and purpose, the rows that row-level security lets be selected, updated, deleted and
// inserted are exactly those for which the reference reading of core/access allows one of the stated acts (house law 1).

import { type Action, type Actor, type DataClass, decide, type Purpose, type Resource } from '@anwang/core/access';
import { type Instant, instantFromMs } from '@anwang/core/time';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import {
  type AccessWorld,
  accessWorld,
  actorOf,
  caseThing,
  insertWorld,
  peoplePurposes,
  personThing,
  removeWorld,
  reportThing,
  worldIds,
} from '@anwang/testkit/worlds';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../session/index.ts';
import { stateOf } from '../session/index.ts';
import { allRights } from './print-policies.ts';
import type { Need, TableRights } from './statement.ts';

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await temporaryDatabase();
  owner = await database.owner();
});
afterAll(() => database.close());

const kindOf: Readonly<Record<string, { readonly kind: 'case' | 'report' | 'person'; readonly by: string }>> = {
  'casework.case': { kind: 'case', by: 'id' },
  'casework.event': { kind: 'case', by: 'case_id' },
  'casework.case_person': { kind: 'case', by: 'case_id' },
  'casework.assessment': { kind: 'case', by: 'case_id' },
  'casework.goal': { kind: 'case', by: 'case_id' },
  'casework.assignment': { kind: 'case', by: 'case_id' },
  'intake.report': { kind: 'report', by: 'id' },
  'intake.report_text': { kind: 'report', by: 'report_id' },
  'intake.report_person': { kind: 'report', by: 'report_id' },
  'people.person': { kind: 'person', by: 'id' },
  'people.identifier': { kind: 'person', by: 'person_id' },
  'people.flag': { kind: 'person', by: 'person_id' },
};

function rightsOf(table: string): TableRights {
  const rights = allRights.find((one) => one.table === table);
  if (!rights) throw new Error(`${table} is not stated`);
  return rights;
}

function allowed(
  actor: Actor,
  purpose: Purpose,
  thing: Resource,
  acts: readonly Action[] | undefined,
  dataClass: DataClass,
  now: Instant,
): boolean {
  return (acts ?? []).some((action) => {
    const decision = decide(actor, action, purpose, thing, now);
    return decision.allow && decision.mask.includes(dataClass);
  });
}

function things(world: AccessWorld, kind: 'case' | 'report' | 'person', now: Instant): Map<string, Resource> {
  if (kind === 'case') return new Map(world.cases.map((_, at) => [worldIds.case(at), caseThing(world, at, now)]));
  if (kind === 'report') return new Map(world.reports.map((_, at) => [worldIds.report(at), reportThing(world, at)]));
  return new Map(world.persons.map((_, at) => [worldIds.person(at), personThing(world, at, now)]));
}

const classOf = (rights: TableRights, command: 'select' | 'write', need: Need): DataClass =>
  need.class ?? (command === 'select' ? rights.class : 'basic');
const idsOf = (rows: readonly { thing: string }[]): string[] => [...new Set(rows.map((row) => row.thing))].sort();

class Undo extends Error {}

/** Runs in a session that is rolled back. */
async function look<Result>(actor: Actor, purpose: Purpose, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  let result: Result | undefined;
  await database.store
    .withActor(actor, purpose, { route: 'test' }, async (tx) => {
      result = await work(tx);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return result as Result;
}

async function compareRows(world: AccessWorld, actor: Actor, purpose: Purpose, now: Instant): Promise<void> {
  for (const [table, { kind, by }] of Object.entries(kindOf)) {
    const rights = rightsOf(table);
    const existing = idsOf((await owner.query(`select ${by}::text as thing from ${quoted(table)}`)).rows);
    const expected = (need: Need | undefined, command: 'select' | 'write', extra?: Need): string[] =>
      existing.filter((id) => {
        const thing = things(world, kind, now).get(id);
        const may = (one: Need | undefined, way: 'select' | 'write'): boolean =>
          one !== undefined && thing !== undefined && allowed(actor, purpose, thing, one.acts, classOf(rights, way, one), now);
        return may(need, command) && (extra === undefined || may(extra, 'select'));
      });
    const said = { table, purpose, grants: actor.grants };
    const seen = await look(
      actor,
      purpose,
      async (tx) => (await sql<{ thing: string }>`select ${sql.ref(by)}::text as thing from ${sql.table(table)}`.execute(tx)).rows,
    );
    expect({ ...said, seen: idsOf(seen) }).toEqual({ ...said, seen: expected(rights.select, 'select') });
    if (!rights.update?.and && !rights.update?.or && !rights.update?.columns && rights.update?.acts) {
      const changed = await look(
        actor,
        purpose,
        async (tx) =>
          (await sql<{ thing: string }>`update ${sql.table(table)} set county = county returning ${sql.ref(by)}::text as thing`.execute(tx))
            .rows,
      ).catch((error: unknown) => {
        if (stateOf(error) === '42703') return null; // a table without county
        throw error;
      });
      if (changed)
        expect({ ...said, changed: idsOf(changed) }).toEqual({ ...said, changed: expected(rights.update, 'write', rights.select) });
    }
    if (rights.delete?.acts) {
      const gone = await look(
        actor,
        purpose,
        async (tx) =>
          (await sql<{ thing: string }>`delete from ${sql.table(table)} returning ${sql.ref(by)}::text as thing`.execute(tx)).rows,
      );
      expect({ ...said, gone: idsOf(gone) }).toEqual({ ...said, gone: expected(rights.delete, 'write', rights.select) });
    }
  }
}

async function compareInserts(world: AccessWorld, actor: Actor, purpose: Purpose, now: Instant): Promise<void> {
  for (const [at] of world.cases.entries()) {
    const thing = caseThing(world, at, now);
    const attempts: [string, readonly Action[], (tx: Tx) => Promise<unknown>][] = [
      [
        'casework.event',
        rightsOf('casework.event').insert?.acts ?? [],
        (tx) =>
          tx
            .insertInto('casework.event')
            .values({
              case_id: worldIds.case(at),
              seq: 2,
              county: thing.county ?? '',
              type: 't',
              happened_at: now,
              actor_id: actor.id,
              facts: '{}',
            })
            .execute(),
      ],
      [
        'casework.goal',
        rightsOf('casework.goal').insert?.acts ?? [],
        (tx) =>
          tx
            .insertInto('casework.goal')
            .values({
              id: '01a20000-0000-7000-8000-0000000000aa',
              case_id: worldIds.case(at),
              county: thing.county ?? '',
              need: 'n',
              status: 'active',
            })
            .execute(),
      ],
    ];
    for (const [table, acts, insert] of attempts) {
      const done = await look(actor, purpose, insert)
        .then(() => true)
        .catch((error: unknown) => {
          if (stateOf(error) === '42501') return false;
          throw error;
        });
      expect({ table, at, purpose, grants: actor.grants, done }).toEqual({
        table,
        at,
        purpose,
        grants: actor.grants,
        done: allowed(actor, purpose, thing, acts, 'basic', now),
      });
    }
  }
}

test('row-level policies let through what decide() allows, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(accessWorld, fc.shuffledSubarray([...peoplePurposes], { minLength: 3, maxLength: 3 }), async (world, drawn) => {
      await removeWorld(owner);
      await insertWorld(owner, world);
      const now = instantFromMs(Number((await owner.query('select extract(epoch from now()) * 1000 as ms')).rows[0].ms));
      for (const index of world.accounts.keys()) {
        const actor = actorOf(world, index, now);
        for (const purpose of drawn) {
          await compareRows(world, actor, purpose, now);
          await compareInserts(world, actor, purpose, now);
        }
      }
    }),
    { numRuns: 6 },
  );
}, 300_000);

const quoted = (table: string): string =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
