// Reply bodies against the access model in random worlds: whatever grants an account holds, whatever was shared, assigned and reached, no GET route tells it a
// word of a class that `decide` shows it on none of the things the word belongs to. Rows are held by store's access.property.test.ts, bodies here.
import { contract } from '@anwang/contract';
import { walkRoutes } from '@anwang/contract/route';
import { actions, type DataClass, decide, type Purpose, type ReachKind, type Resource, type RoleId, roles } from '@anwang/core/access';
import { shareParts } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyA, countyB, districtA, type Seat } from '../testing/arrange.ts';
import { arrangeEveryone, type Everyone } from '../testing/everyone.ts';
import { arrangeStory, type Story } from '../testing/story.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { readThings } from '../testing/things.ts';

let server: TestServer;
let owner: Client;
let everyone: Everyone;
let story: Story;
let secrets: readonly Secret[];
let targets: Readonly<Record<string, readonly string[]>>;

type Secret = { readonly word: string; readonly class: DataClass; readonly things: readonly string[] };
/** Accounts whose rights are drawn anew in every world. */
const drawnSeats = ['a.other', 'a.otherworker', 'a.partner'] as const;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.database.owner();
  everyone = await arrangeEveryone(owner);
  story = await arrangeStory(server, everyone);
  const worker = await server.as(everyone.seats['a.worker']!);
  const held = await worker('GET', `/api/cases/${story.ids.caseId}`);
  const noted = await worker('POST', `/api/cases/${story.ids.caseId}/act`, {
    version: held.body.version,
    command: { type: 'addNote', note: '個案紀錄金絲雀' },
  });
  expect(noted.status, noted.text).toBe(200);
  const ids = async (text: string, ...values: string[]) => (await owner.query<{ id: string }>(text, values)).rows.map((row) => row.id);
  const reports = await ids('select id from intake.report order by id');
  const persons = await ids('select id from people.person order by id');
  const named = (name: string) => ids('select id from people.person where name = $1', name);
  const victim = await named('蘇密語');
  const child = await named('蘇小密');
  const respondent = await named('蔡對方');
  const third = await named('第三人');
  const [first = '', second = '', last = ''] = reports;
  const { caseId = '', dispatchId = '', personId = '' } = story.ids;
  const ofVictim = [...victim, first, second, caseId];
  secrets = [
    { word: '蘇密語', class: 'personal', things: ofVictim },
    { word: '1990-03-01', class: 'personal', things: ofVictim },
    { word: '蘇小密', class: 'personal', things: [...child, first, caseId] },
    { word: '蔡對方', class: 'personal', things: [...respondent, first, caseId] },
    { word: '第三人', class: 'personal', things: [...third, last] },
    { word: '0911222333', class: 'contact', things: ofVictim },
    { word: '密祕街', class: 'contact', things: ofVictim },
    { word: 'Y290000012', class: 'identifier', things: ofVictim },
    { word: '第一件密件敘述', class: 'narrative', things: [first, caseId] },
    { word: '第二件密件敘述', class: 'narrative', things: [second] },
    { word: '第三件密件敘述', class: 'narrative', things: [last] },
    { word: '個案紀錄金絲雀', class: 'narrative', things: [caseId] },
    { word: '密通報人', class: 'reporter', things: reports },
    { word: '0955000111', class: 'reporter', things: reports },
  ];
  targets = { reportId: reports, personId: [...new Set([personId, ...persons])], caseId: [caseId], dispatchId: [dispatchId] };
  for (const name of drawnSeats) await server.as(everyone.seats[name]!);
}, 180_000);
afterAll(() => server?.close());

/** Every GET route with every id of the story, as addresses; those that act on the asker's own account tell of nobody else. */
function addresses(): { path: string; purpose: Purpose }[] {
  return walkRoutes(contract)
    .filter((one) => one.method === 'GET' && one.meta.access !== 'public')
    .flatMap((one) => {
      const [, name] = /\{([^}]+)\}/.exec(one.path) ?? [];
      const fills = name === undefined ? [''] : (targets[name] ?? [story.ids[name] ?? 'none']);
      return fills.flatMap((fill) => one.meta.purpose.map((purpose) => ({ path: `/api${one.path.replace(`{${name}}`, fill)}`, purpose })));
    });
}

type DrawnGrant = { readonly role: RoleId; readonly kind: ReachKind; readonly place: number; readonly ended: boolean };
type Drawn = {
  readonly grants: readonly DrawnGrant[];
  readonly unit: number;
  readonly shares: readonly { parts: readonly string[]; toUnit: boolean }[];
  readonly collaborates: boolean;
  readonly reach: readonly number[];
  readonly ownsReport: number | null;
};
const peopleRoles = Object.values(roles).flatMap((role) => (role.kind === 'person' && role.id !== 'breakGlass' ? [role.id] : []));
const kinds = ['national', 'county', 'district', 'unit', 'assigned', 'shared', 'own', 'none'] as const;
/** The reach a role usually has often, an unusual one sometimes; in the county and the unit of the story often. */
const grantOf = (role: RoleId): fc.Arbitrary<DrawnGrant> =>
  fc.record({
    role: fc.constant(role),
    kind: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...roles[role].reach) },
      { weight: 1, arbitrary: fc.constantFrom<ReachKind>(...kinds) },
    ),
    place: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
    ended: fc.nat(7).map((value) => value === 0),
  });
const drawn = (role: RoleId): fc.Arbitrary<Drawn> =>
  fc.record({
    grants: fc
      .tuple(grantOf(role), fc.option(fc.constantFrom(...peopleRoles).chain(grantOf), { freq: 3 }))
      .map(([first, second]) => (second === null ? [first] : [first, second])),
    unit: fc.nat(3),
    shares: fc.array(
      fc.record({ parts: fc.uniqueArray(fc.constantFrom(...Object.keys(shareParts)), { maxLength: 2 }), toUnit: fc.boolean() }),
      { maxLength: 2 },
    ),
    collaborates: fc.nat(3).map((value) => value === 0),
    reach: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
    ownsReport: fc.option(fc.nat(2)),
  });

/** Gives an account the rights of the draw, in place of those it held. */
async function give(seat: Seat, world: Drawn): Promise<void> {
  const units = [everyone.units.centre, everyone.units.otherCentre, everyone.units.dvsa, everyone.units.school];
  const unit = units[world.unit]!;
  const { caseId } = story.ids;
  await owner.query('delete from org."grant" where account_id = $1', [seat.id]);
  await owner.query('delete from casework.share where to_account = $1 or parts @> $2', [seat.id, ['drawn']]);
  await owner.query(`delete from casework.assignment where account_id = $1`, [seat.id]);
  await owner.query('delete from people.reach where unit_id = any($1) and case_id is null and report_id = $2', [
    units,
    targets.reportId![1],
  ]);
  await owner.query('update intake.report set created_by = null where created_by = $1', [seat.id]);
  await owner.query('update org.account set unit_id = $2, version = version + 1 where id = $1', [seat.id, unit]);
  for (const grant of world.grants) {
    const anchor =
      { county: grant.place === 3 ? countyB : countyA, unit: units[grant.place]!, district: districtA }[grant.kind as 'unit'] ?? null;
    await owner.query(
      `insert into org."grant" (account_id, role, reach_kind, reach_id, valid_from, valid_until) values ($1,$2,$3,$4, now() - interval '2 days', $5::timestamptz)`,
      [seat.id, grant.role, grant.kind, anchor, grant.ended ? new Date(Date.now() - 3_600_000).toISOString() : null],
    );
  }
  for (const share of world.shares)
    await owner.query(
      `insert into casework.share (case_id, county, to_unit, to_account, parts, purpose, legal_basis, granted_by, since, until) values ($1,$2,$3,$4,$5,'network','b',$6, now() - interval '1 hour', now() + interval '1 day')`,
      [
        caseId,
        countyA,
        share.toUnit ? unit : null,
        share.toUnit ? null : seat.id,
        [...share.parts, 'drawn'],
        everyone.seats['a.worker']!.id,
      ],
    );
  if (world.collaborates)
    await owner.query(
      `insert into casework.assignment (case_id, account_id, unit_id, county, role, since) values ($1,$2,$3,$4,'collaborator', now() - interval '1 hour')`,
      [caseId, seat.id, unit, countyA],
    );
  for (const at of world.reach)
    await owner.query(`insert into people.reach (person_id, unit_id, report_id, side) values ($1,$2,$3,'neutral') on conflict do nothing`, [
      targets.personId![at % targets.personId!.length],
      unit,
      targets.reportId![1],
    ]);
  if (world.ownsReport !== null)
    await owner.query('update intake.report set created_by = $1 where id = $2', [seat.id, targets.reportId![world.ownsReport]]);
}

async function look(seat: Seat): Promise<void> {
  const ask = await server.as(seat);
  const things = await readThings(owner);
  const { version } = (await owner.query<{ version: number }>('select version from org.account where id = $1', [seat.id])).rows[0]!;
  const actor = await server.house.actorOf(seat.id, version);
  if (!actor) throw new Error('no actor');
  const now = new Date().toISOString() as Instant;
  const maySee = (secret: Secret, purpose: Purpose): boolean =>
    secret.things.some((id) => {
      const thing: Resource | undefined = things.get(id);
      return thing !== undefined && actions.some((action) => decide(actor, action, purpose, thing, now).mask.includes(secret.class));
    });
  const hidden = new Map<Purpose, readonly Secret[]>();
  const told: string[] = [];
  await Promise.all(
    addresses().map(async ({ path, purpose }) => {
      const answer = await ask('GET', path, undefined, { purpose });
      expect(answer.status, `${path} ${answer.text}`).toBeLessThan(500);
      if (answer.status !== 200) return;
      if (!hidden.has(purpose))
        hidden.set(
          purpose,
          secrets.filter((secret) => !maySee(secret, purpose)),
        );
      for (const secret of hidden.get(purpose)!)
        if (answer.text.includes(secret.word)) told.push(`${path} ${purpose}: ${secret.word} (${secret.class})`);
    }),
  );
  expect(told, JSON.stringify({ unit: actor.unit, grants: actor.grants })).toEqual([]);
}

test('no reply body tells a word of a class that the asker does not see on the thing', async () => {
  await fc.assert(
    // Every role once, each with reach, shares, work and a second role as they fall.
    fc.asyncProperty(fc.tuple(...peopleRoles.map(drawn)), async (worlds) => {
      for (let at = 0; at < worlds.length; at += drawnSeats.length) {
        const round = worlds.slice(at, at + drawnSeats.length);
        for (const [seat, world] of round.entries()) await give(everyone.seats[drawnSeats[seat]!]!, world);
        for (const seat of round.keys()) await look(everyone.seats[drawnSeats[seat]!]!);
      }
    }),
    // Other worlds each time; raise the number to hunt.
    { numRuns: 1, endOnFailure: true },
  );
}, 600_000);

test('the words are there to be told: who holds the case and the desk read them', async () => {
  const read = async (name: string, purpose: Purpose) => {
    const ask = await server.as(everyone.seats[name]!);
    const texts = await Promise.all(
      addresses().flatMap((one) => (one.purpose === purpose ? [ask('GET', one.path, undefined, { purpose })] : [])),
    );
    return texts.map((answer) => answer.text).join();
  };
  const all = (await Promise.all([read('a.worker', 'casework'), read('a.screener', 'screening')])).join();
  for (const secret of secrets)
    if (secret.class !== 'reporter' && secret.class !== 'identifier') expect(all, secret.word).toContain(secret.word);
});
