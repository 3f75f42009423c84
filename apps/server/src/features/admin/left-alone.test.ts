// Nobody is left alone: an account is not closed, moved or stripped of rights while open cases hang on it or a unit has no other supervisor; nothing is sent where
// nobody accepts; what is told to a post that nobody holds is told to the head.
import { expect, test } from 'vitest';
import { adminOffice } from '../../testing/admin-office.ts';

const office = adminOffice(true);

type Row = { id: string; version: number };
async function put(name: string, path: string, body: (seat: { unit: string | null }) => object) {
  const seat = office.everyone.seats[name]!;
  const rows = (await office.admin('GET', `/api/admin/users?limit=50&text=${name}`)).body.rows as unknown as Row[];
  const { version } = rows.find((row) => row.id === seat.id)!;
  const answer = await office.admin('PUT', `/api/admin/users/${seat.id}${path}`, { version, ...body(seat) });
  return [answer.status, answer.body.fields ?? null];
}
const change = (name: string, more: object) =>
  put(name, '', ({ unit }) => ({ name: '改', title: null, unitId: unit, active: true, ...more }));
const rights = (name: string, ...roles: [role: string, reachId: string | null][]) =>
  put(name, '/grants', () => ({ grants: roles.map(([role, reachId]) => ({ role, reach: 'unit', reachId, until: null })) }));
const refused = (path: string, reason: string) => [422, [{ path, reason }]];

test('whoever leads open cases keeps the unit and the right to lead there; work is handed on first', async () => {
  const { units } = office.everyone;
  expect(await change('a.worker', { active: false })).toEqual(refused('active', 'stillLeads:1'));
  expect(await change('a.worker', { unitId: units.otherCentre })).toEqual(refused('unitId', 'stillLeads:1'));
  expect(await rights('a.worker')).toEqual(refused('grants', 'stillLeads:1'));
  expect(await rights('a.worker', ['leadWorker', units.otherCentre])).toEqual(refused('grants', 'stillLeads:1'));
  expect(await rights('a.worker', ['partner', null])).toEqual(refused('grants', 'stillLeads:1'));
  // Made supervisor, the case is led on.
  expect(await rights('a.worker', ['supervisor', units.centre])).toEqual([200, null]);
  expect(await rights('a.worker', ['leadWorker', units.centre])).toEqual([200, null]);
  expect(await change('a.worker', {})).toEqual([200, null]);
});

test('a unit that has work keeps a supervisor: cases, and what was sent and is not answered', async () => {
  const { units } = office.everyone;
  expect(await rights('a.supervisor')).toEqual(refused('grants', 'lastSupervisor:1'));
  expect(await change('a.supervisor', { active: false })).toEqual(refused('active', 'lastSupervisor:1'));
  // Of two, either may go; not both, one after the other or at once.
  expect(await rights('a.other', ['supervisor', units.otherCentre], ['supervisor', units.centre])).toEqual([200, null]);
  const both = await Promise.all([rights('a.other', ['supervisor', units.otherCentre]), rights('a.supervisor')]);
  expect(both.map(([status]) => status).sort()).toEqual([200, 422]);
  expect(both).toContainEqual(refused('grants', 'lastSupervisor:1'));
  expect(await rights('a.supervisor', ['supervisor', units.centre])).toEqual([200, null]);
  const owner = await office.server.database.owner();
  const waiting = `update intake.dispatch set status = 'sent', unit_id = $1 where id = (select id from intake.dispatch limit 1)`;
  await owner.query(waiting, [units.dvsa]);
  expect(await rights('a.dvsa')).toEqual(refused('grants', 'lastSupervisor:1'));
  await owner.query(waiting, [units.centre]);
  expect(await rights('a.dvsa')).toEqual([200, null]);
});

test('whoever carries nothing is closed, and what an account of another county carries is nobody’s here to ask', async () => {
  expect(await change('a.otherworker', { active: false })).toEqual([200, null]);
  expect(await change('a.otherworker', { active: false, title: '離職' })).toEqual([200, null]);
  const owner = await office.server.database.owner();
  const { rows } = await owner.query(`select * from org.left_alone($1, null, '[]')`, [office.everyone.seats['a.worker']!.id]);
  expect(rows).toEqual([]);
});

test('a route to a unit without a supervisor is told of, and what is told to the empty post goes to the head', async () => {
  const owner = await office.server.database.owner();
  const { units } = office.everyone;
  const seen = (await office.admin('GET', '/api/admin/routes?limit=50')).body.rows as unknown as {
    unitId: string;
    unitSupervised: boolean;
  }[];
  expect(seen.filter((row) => row.unitId === units.dvsa).map((row) => row.unitSupervised)).toEqual([false, false]);
  expect(seen.find((row) => row.unitId === units.centre)?.unitSupervised).toBe(true);
  const tell = async (unit: string) =>
    (
      await owner.query<{ to_post: string }>(
        `insert into system.notice (county, kind, to_post, once) values ('99901', 'accept.due', 'supervisor:unit:' || $1::text, 'x:supervisor:unit:' || $1::text) returning to_post`,
        [unit],
      )
    ).rows[0]?.to_post;
  expect(await tell(units.centre)).toBe(`supervisor:unit:${units.centre}`);
  expect(await tell(units.dvsa)).toBe('director:county:99901');
});

test('nothing is sent to a unit without a supervisor, and nobody leads a case without the right to', async () => {
  const screener = await office.server.as(office.everyone.seats['a.screener']!);
  const [row] = (await screener('GET', '/api/screening/queue')).body.rows as unknown as { id: string; version: number }[];
  const propose = (unitId: string) =>
    screener('POST', `/api/screening/reports/${row!.id}/propose`, {
      version: row!.version,
      outcome: 'accept',
      band: 'high',
      lines: [{ programme: 'child-protection', urgency: 'ordinary', unitId }],
      differsReason: '家庭需要協助',
    });
  const nobody = await propose(office.everyone.units.dvsa);
  expect([nobody.status, nobody.body.fields]).toEqual(refused('lines.0.unitId', 'noSupervisor'));
  const supervisor = await office.server.as(office.everyone.seats['a.supervisor']!);
  const owner = await office.server.database.owner();
  const [held] = (await owner.query<{ id: string; version: number }>(`select id, version from casework."case" where closed_at is null`))
    .rows;
  const { centre } = office.everyone.units;
  await owner.query(`update org.account set unit_id = $1 where username = 'a.partner'`, [centre]);
  const workers = (await supervisor('GET', `/api/cases/${held!.id}/workers`)).body.workers as unknown as { id: string; mayLead: boolean }[];
  const { partner, worker } = { partner: office.everyone.seats['a.partner']!.id, worker: office.everyone.seats['a.worker']!.id };
  expect(workers.filter((one) => one.mayLead).map((one) => one.id)).toContain(worker);
  expect(workers.filter((one) => one.mayLead).map((one) => one.id)).not.toContain(partner);
  const handed = await supervisor('POST', `/api/cases/${held!.id}/act`, {
    version: held!.version,
    command: { type: 'handOverLead', workerId: partner, reason: 'workload' },
  });
  expect([handed.status, handed.body.code], handed.text).toEqual([409, 'assignmentConflict']);
});
