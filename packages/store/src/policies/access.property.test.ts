// PostgreSQL against decide(): in random worlds, for every account and purpose, the rows that row-level security lets be selected, updated, deleted and
// inserted are exactly those for which the reference reading of core/access allows one of the stated acts (house law 1).

import { type Action, type Actor, type DataClass, decide, type Purpose, type Resource } from '@anwang/core/access';
import { partHolds } from '@anwang/core/cases';
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

type OfThing = { readonly kind: 'case' | 'report' | 'person'; readonly by: string };

/** Every stated table whose rows hang on a case, a report or a person: one that is added later is compared without being named here. */
const kindOf: ReadonlyMap<string, OfThing> = new Map(
  allRights.flatMap(({ table, thing, select }): [string, OfThing][] =>
    select !== undefined && (thing.kind === 'case' || thing.kind === 'report' || thing.kind === 'person')
      ? [[table, { kind: thing.kind, by: thing.by ?? 'id' }]]
      : [],
  ),
);
/** Tables whose further condition every row of the worlds meets (nothing hidden, nothing of a high class). */
const metByWorld = new Set(['people.contact', 'people.household_member', 'people.search_key', 'people.flag']);
/** Shown by what the asker knows (number and code), not by reach. */
const byKnowledge = new Set(['intake.receipt']);

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

/** Of a share, the parts that hold the rows at hand: the worlds' events are notes. */
const keptParts = (shared: Need['shared']) => (part: string) =>
  shared === undefined || (shared === 'byType' && partHolds(part, 'noteAdded'));

function things(world: AccessWorld, kind: 'case' | 'report' | 'person', now: Instant, shared?: Need['shared']): Map<string, Resource> {
  if (kind === 'case') return new Map(world.cases.map((_, at) => [worldIds.case(at), caseThing(world, at, now, keptParts(shared))]));
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

/**
 * What a need's own conditions do to the comparison: a further condition (`and`) may only take away from what reach gives, another way in (`or`) may only
 * add to it. How much is each condition's own test.
 */
function compared(table: string, need: Need | undefined, actual: readonly string[], expected: readonly string[]) {
  if (metByWorld.has(table)) return { actual, expected };
  return {
    actual: need?.or === undefined ? actual : actual.filter((id) => expected.includes(id)),
    expected: need?.and === undefined ? expected : expected.filter((id) => actual.includes(id)),
  };
}

async function compareRows(world: AccessWorld, actor: Actor, purpose: Purpose, now: Instant): Promise<void> {
  const seenBy = await look(actor, purpose, async (tx) => {
    const seen = new Map<string, { thing: string }[]>();
    for (const [table, { by }] of kindOf)
      seen.set(table, (await sql<{ thing: string }>`select ${sql.ref(by)}::text as thing from ${sql.table(table)}`.execute(tx)).rows);
    return seen;
  });
  for (const [table, { kind, by }] of kindOf) {
    if (byKnowledge.has(table)) continue;
    const rights = rightsOf(table);
    const existing = idsOf((await owner.query(`select ${by}::text as thing from ${quoted(table)}`)).rows);
    const expected = (need: Need | undefined, command: 'select' | 'write', extra?: Need): string[] =>
      existing.filter((id) => {
        const thing = things(world, kind, now, need?.shared).get(id);
        const may = (one: Need | undefined, way: 'select' | 'write'): boolean =>
          one !== undefined && thing !== undefined && allowed(actor, purpose, thing, one.acts, classOf(rights, way, one), now);
        return may(need, command) && (extra === undefined || may(extra, 'select'));
      });
    const said = { table, purpose, grants: actor.grants };
    const seen = seenBy.get(table) ?? [];
    const held = compared(table, rights.select, idsOf(seen), expected(rights.select, 'select'));
    expect({ ...said, seen: held.actual }).toEqual({ ...said, seen: held.expected });
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
      const held = compared(table, rights.delete, idsOf(gone), expected(rights.delete, 'write', rights.select));
      expect({ ...said, gone: held.actual }).toEqual({ ...said, gone: held.expected });
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
    // Other worlds each time; raise the number to hunt.
    { numRuns: 6, endOnFailure: true },
  );
}, 300_000);

test('every table about a case, a report or a person has rows in the random worlds', async () => {
  const whole = accessWorld.filter(
    (world) =>
      world.reports.some((one) => one.persons.length > 0 && one.cases.length > 0) &&
      world.cases.some((one) => one.members.length > 0 && one.work.length > 0 && one.shares.length > 0 && one.transfers.length > 0) &&
      world.cases.some((one) => one.moves.length > 0),
  );
  for (const world of fc.sample(whole, 1)) {
    await removeWorld(owner);
    await insertWorld(owner, world);
  }
  const empty: string[] = [];
  for (const table of kindOf.keys()) if ((await owner.query(`select from ${quoted(table)} limit 1`)).rowCount === 0) empty.push(table);
  expect(empty).toEqual([]);
});

const quoted = (table: string): string =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
