// Whatever is decided on who is who, in whatever order, over cases that name these people: the tables say what the events say, a rebuild changes nothing, and
// taking the last decision back gives exactly the state before it.

import { must } from '@anwang/core/lang';
import { addHours, type Instant, officeCalendar, taipei } from '@anwang/core/time';
import { programmeFor } from '@anwang/packs';
import { systemActors } from '@anwang/store/access';
import { compareProjection, createCase, rebuildCase } from '@anwang/store/casework';
import { foundPeople, newId, recordMatches } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aRecord, begin, county, decidedState, preparedAs } from '../../testing/decided-people.ts';
import { decideLink } from './decide-link.ts';
import { takeBackDecision } from './decisions.ts';
import { merge } from './merge.ts';
import { split } from './split.ts';

const unit = newId(Date.parse(begin));
const programme = programmeFor('vulnerable-family', county);
if (programme === null || programme === undefined) throw new Error('no programme');
const context = (now: Instant) => ({ now, zone: taipei, calendar: officeCalendar });
let db: TestDatabase;
let owner: Client;
let steps = 0;
// Each decision has a moment of its own; two in one millisecond could not be told apart.
const moment = () => addHours(begin, ++steps);
const as = <T>(work: (tx: Tx) => Promise<T>) => db.store.withActor({ ...systemActors.seeder, county }, 'system', { route: 'test' }, work);

beforeAll(async () => {
  db = await temporaryDatabase();
  owner = await db.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en, demo) values ($1, 'TW-KHH', '高雄市', 'Kaohsiung', true)`, [
    county,
  ]);
  await owner.query(`insert into org.unit (id, county, kind, name_zh, name_en) values ($1, $2, 'familyServiceCentre', '中心', 'Centre')`, [
    unit,
    county,
  ]);
}, 120_000);
afterAll(() => db.close());

type World = { readonly cases: string[]; readonly people: string[] };

/** Known people with a row of their own, and reports whose rows are candidates of some of them, certain of one, or new; a case from each report. */
async function build(shape: {
  readonly known: number;
  readonly reports: readonly { readonly to: readonly number[]; readonly certain: boolean; readonly with: number }[];
}): Promise<World> {
  const cases: string[] = [];
  const people = await as(async (tx) => {
    const made = [];
    for (let n = 0; n < shape.known; n++) made.push(preparedAs(n, await aRecord(tx, n)));
    await foundPeople(tx, made);
    return made.map((one) => one.id);
  });
  for (const [n, report] of shape.reports.entries()) {
    const id = newId(Date.parse(begin));
    const [named, also, dispatch] = [newId(Date.parse(begin)), newId(Date.parse(begin)), newId(Date.parse(begin))];
    await as(async (tx) => {
      const [record, other] = [await aRecord(tx, n + 7), await aRecord(tx, n + 3)];
      await sql`insert into intake.report (id, number, county, channel, reporter_kind, subject_id, band, band_source, triage_due, desk_due, next_due, pack_version, demo)
        values (${id}, ${`115-${id}`}, ${county}, 'ecare', 'police', ${id}, 'low', 'rule', now(), now(), now(), '1', true)`.execute(tx);
      await sql`insert into intake.report_person (id, report_id, county, role, record_id) values (${named}, ${id}, ${county}, 'subject', ${record}), (${also}, ${id}, ${county}, 'familyMember', ${other})`.execute(
        tx,
      );
      await sql`insert into intake.dispatch (id, report_id, county, programme, unit_id, urgency, band, sent_by, accept_due)
        values (${dispatch}, ${id}, ${county}, ${programme!.id}, ${unit}, 'ordinary', 'low', ${systemActors.seeder.id}, now())`.execute(tx);
      const to = [...new Set(report.to.map((at) => people[at % people.length] ?? ''))].map((personId) => ({
        personId,
        weight: 12,
        evidence: [],
      }));
      const first = to[0];
      const [subject, second] = await recordMatches(tx, { reportId: id, county, at: begin }, [
        {
          subjectId: named,
          recordId: record,
          outcome:
            first === undefined
              ? { kind: 'new', person: preparedAs(n + 7, record) }
              : report.certain
                ? { kind: 'link', to: first }
                : { kind: 'candidates', to },
        },
        {
          subjectId: also,
          recordId: other,
          outcome: { kind: 'link', to: { personId: people[report.with % people.length] ?? '', weight: 20, evidence: [] } },
        },
      ]);
      const members = [subject, second]
        .filter((one) => one != null)
        .map((person, at) => ({
          person,
          role: at === 0 && subject != null ? ('subject' as const) : ('member' as const),
          relation: null,
          side: 'family' as const,
        }));
      if (members.length === 0) return;
      const made = await createCase(
        tx,
        {
          programme: programme!,
          county,
          district: null,
          unit,
          band: 'low',
          report: id,
          receivedAt: begin,
          dispatch,
          sentAt: begin,
          members: [...new Map(members.map((one) => [one.person, one])).values()],
          needs: ['VF1'],
          grade: null,
          class: null,
          subjectPersonId: subject ?? null,
          householdId: null,
          title: null,
          supervisorId: null,
          demo: true,
          later: [
            { type: 'caseAccepted', happenedAt: addHours(begin, 1), facts: { unit } },
            {
              type: 'visitRecorded',
              happenedAt: addHours(begin, 2),
              facts: {
                method: 'homeVisit',
                faceToFace: true,
                outcome: 'met',
                persons: members.map((one) => one.person),
                minutes: 30,
                safe: true,
              },
            },
          ],
        },
        context(moment()),
      );
      cases.push(made.caseId);
    });
  }
  return { cases, people };
}

async function agrees(world: World): Promise<void> {
  for (const id of world.cases) {
    expect(await as((tx) => compareProjection(tx, id, programme!, context(moment())))).toEqual([]);
    const before = await decidedState(owner);
    await as((tx) => rebuildCase(tx, id, programme!, context(moment())));
    expect(await decidedState(owner)).toBe(before);
  }
}

type Act = {
  readonly what: 'confirm' | 'reject' | 'undo' | 'merge' | 'split' | 'takeBack' | 'takeBackEarlier';
  readonly a: number;
  readonly b: number;
};
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

/** Carries out one act on what there is; the decision when there was one. */
async function perform(act: Exclude<Act, { what: 'takeBack' | 'takeBackEarlier' }>): Promise<string | null> {
  const now = moment();
  const ofState = async (state: string) =>
    (
      await owner.query<{ id: string; version: number }>(
        `select id, version from people.link where state = $1 and basis <> 'founding' order by id`,
        [state],
      )
    ).rows;
  const standing = (
    await owner.query<{ id: string; version: number }>(`select p.id, p.version from people.person p where p.merged_into is null
    and exists (select from people.link l where l.person_id = p.id and l.state = 'confirmed') order by p.id`)
  ).rows;
  if (act.what === 'merge') {
    const [a, b] = [pick(standing, act.a), pick(standing, act.b)];
    if (!a || !b) return null;
    const done = await as((tx) =>
      merge(tx, now, { personId: a.id, otherId: b.id, version: a.version, otherVersion: b.version, reason: '試' }),
    );
    return done.ok ? done.value.decisionId : null;
  }
  if (act.what === 'split') {
    const person = pick(standing, act.a);
    if (!person) return null;
    const rows = (
      await owner.query<{ id: string }>(
        `select l.id from people.link l join people.person p on p.id = l.person_id
      where l.state = 'confirmed' and l.basis <> 'founding' and coalesce(p.merged_into, p.id) = $1 order by l.id`,
        [person.id],
      )
    ).rows;
    const linkIds = rows.slice(0, 1 + (act.b % 3)).map((row) => row.id);
    const done = await as((tx) => split(tx, now, { personId: person.id, version: person.version, linkIds, reason: '試' }));
    return done.ok ? done.value.decisionId : null;
  }
  const verb = act.what;
  if (verb !== 'confirm' && verb !== 'reject' && verb !== 'undo') return null;
  const link = pick(await ofState(verb === 'undo' ? 'confirmed' : 'candidate'), act.a);
  if (!link) return null;
  const done = await as((tx) => decideLink(tx, now, verb, { linkId: link.id, version: link.version, reason: null }));
  return done.ok ? done.value.decisionId : null;
}

const back = async (decisionId: string) => {
  const version =
    (await owner.query<{ version: number }>('select version from people.decision where id = $1', [decisionId])).rows[0]?.version ?? 0;
  return as((tx) => takeBackDecision(tx, moment(), { decisionId, version, reason: '試' }));
};

const shape = fc.record({
  known: fc.integer({ min: 1, max: 4 }),
  reports: fc.array(fc.record({ to: fc.array(fc.nat(3), { maxLength: 3 }), certain: fc.boolean(), with: fc.nat(3) }), {
    minLength: 1,
    maxLength: 4,
  }),
});
const act = fc.record({
  what: fc.constantFrom<Act['what']>('confirm', 'confirm', 'reject', 'undo', 'merge', 'split', 'takeBack', 'takeBackEarlier'),
  a: fc.nat(7),
  b: fc.nat(7),
});

test('tables and events agree after every decision, and taking the last one back gives the state before it', async () => {
  let decided = 0;
  let takenBack = 0;
  await fc.assert(
    fc.asyncProperty(shape, fc.array(act, { minLength: 3, maxLength: 10 }), async (wanted, acts) => {
      const world = await build(wanted);
      const stack: { readonly id: string; readonly before: string }[] = [];
      for (const one of acts) {
        if (one.what === 'takeBack') {
          const last = stack.pop();
          if (last === undefined) continue;
          must(await back(last.id));
          expect(await decidedState(owner)).toBe(last.before);
          takenBack++;
        } else if (one.what === 'takeBackEarlier') {
          const at = one.a % Math.max(1, stack.length);
          const earlier = stack[at];
          if (earlier === undefined || at === stack.length - 1) continue;
          const before = await decidedState(owner);
          const done = await back(earlier.id).catch((error: Error) => error);
          if (done instanceof Error) throw done;
          if (!done.ok) expect(await decidedState(owner)).toBe(before);
          // What was taken from under others changes what they would give back.
          else stack.splice(0, stack.length);
        } else {
          const before = await decidedState(owner);
          const id = await perform(one);
          if (id !== null) stack.push({ id, before });
          if (id !== null) decided++;
        }
        await agrees(world);
      }
      for (const one of stack.reverse()) {
        must(await back(one.id));
        expect(await decidedState(owner)).toBe(one.before);
        takenBack++;
      }
      await agrees(world);
    }),
    { numRuns: 12 },
  );
  expect(decided).toBeGreaterThan(10);
  expect(takenBack).toBeGreaterThan(0);
}, 600_000);
