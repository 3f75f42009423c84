// Whom to ask: a number is given to a unit and an extension to an account, and stands where people need it; the public is told the public one and no other.
import { expect, test } from 'vitest';
import { adminOffice } from '../../testing/admin-office.ts';
import { countyA, districtA } from '../../testing/arrange.ts';

const office = adminOffice(true);

type Unit = { id: string; version: number; name: object; capacity: number | null; active: boolean; districts: string[]; telephone: string };
const unitOf = async (id: string) => {
  const rows = (await office.admin('GET', '/api/admin/units?limit=50')).body.rows as unknown as Unit[];
  return rows.find((one) => one.id === id)!;
};
const change = async (id: string, more: object) => {
  const { version, name, capacity, active, districts } = await unitOf(id);
  return office.admin('PUT', `/api/admin/units/${id}`, { version, name, capacity, active, districts, ...more });
};
const extend = async (userName: string, extension: string | null) => {
  const rows = (await office.admin('GET', `/api/admin/users?text=${userName}&limit=50`)).body.rows as unknown as {
    id: string;
    userName: string;
    version: number;
    name: string;
    title: string | null;
    unitId: string;
  }[];
  const { id, version, name, title, unitId } = rows.find((one) => one.userName === userName)!;
  return office.admin('PUT', `/api/admin/users/${id}`, { version, name, title, unitId, active: true, extension });
};

test('is read as it is written, kept as digits, and named where it is none', async () => {
  const { centre } = office.everyone.units;
  expect((await change(centre, { telephone: '（０７）０００－１２３４ 分機 ９' })).status).toBe(200);
  expect(await unitOf(centre)).toMatchObject({ telephone: '070001234#9', publicTelephone: null });
  // Left out: as it stands. Emptied: none.
  expect((await change(centre, {})).status).toBe(200);
  expect((await unitOf(centre)).telephone).toBe('070001234#9');
  expect((await change(centre, { telephone: ' ' })).status).toBe(200);
  expect((await unitOf(centre)).telephone).toBeNull();
  const wrong = await change(centre, { telephone: '0912', publicTelephone: 'x' });
  expect(wrong.body, wrong.text).toMatchObject({
    code: 'invalidInput',
    fields: [
      { path: 'telephone', reason: 'notATelephone' },
      { path: 'publicTelephone', reason: 'notATelephone' },
    ],
  });
  expect((await extend('a.worker', '1-2')).body).toMatchObject({ fields: [{ path: 'extension', reason: 'notAnExtension' }] });
});

test('stands in the case, in what is referred, and for the public only the public one', async () => {
  const { units, seats } = office.everyone;
  expect((await change(units.centre, { telephone: '07-000-1234#9', publicTelephone: '07-000-9999' })).status).toBe(200);
  expect((await extend('a.worker', '分機１２')).status).toBe(200);
  const worker = await office.server.as(seats['a.worker']!);
  const [one] = (await worker('GET', '/api/cases?view=mine')).body.rows as unknown as { id: string }[];
  const held = await worker('GET', `/api/cases/${one!.id}`);
  expect(held.body).toMatchObject({ leadTelephone: '070001234#12' });
  const sent = await worker('POST', `/api/cases/${one!.id}/act`, {
    version: held.body.version,
    command: { type: 'sendReferral', toUnitId: units.school, need: 'school', fields: ['needs'], message: '請協助' },
  });
  expect(sent.status, sent.text).toBe(200);
  const partner = await office.server.as(seats['a.partner']!);
  const [referral] = (await partner('GET', '/api/referrals')).body.rows as unknown as { id: string }[];
  expect((await partner('GET', `/api/referrals/${referral!.id}`)).body).toMatchObject({ telephone: '070001234#12', callback: null });

  const { body } = await office.server.nobody('POST', '/api/reports', {
    county: countyA,
    district: districtA,
    narrative: '無人照顧',
    grounds: ['family-adversity'],
    persons: [{ role: 'subject', name: '某人' }],
  });
  const look = async () => office.server.nobody('POST', '/api/receipts/status', { number: body.receipt, code: body.code });
  expect((await look()).body.ask, 'the desk tells none').toBeNull();
  expect((await change(units.desk, { telephone: '07-000-5555' })).status).toBe(200);
  expect((await look()).body.ask).toBeNull();
  expect((await change(units.desk, { publicTelephone: '07-000-1999' })).status).toBe(200);
  const told = await look();
  expect(told.body.ask).toEqual({ unit: expect.objectContaining({ zh: '派案中心' }), telephone: '070001999' });
  expect(told.text).not.toContain('070005555');
});
