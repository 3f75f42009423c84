// The timeline says whom an event speaks of, by name: who was assigned, to whom something was referred or shared.
import { expect, test } from 'vitest';
import { caseHouse } from '../../testing/case-house.ts';

const { aCase, as, done, house } = caseHouse();

test('who was assigned and to whom it was referred is told by name', async () => {
  const one = await aCase('時間軸件');
  await done('worker', one, { type: 'sendReferral', toUnitId: house().school, need: 'school', fields: ['name'], message: '請協助就學' });
  await done('supervisor', one, { type: 'handOverLead', workerId: house().seats.worker2!.id, reason: 'leave' });
  const told = await (await as('supervisor'))('GET', `/api/cases/${one.id}/timeline`);
  expect(told.status, told.text).toBe(200);
  const rows = told.body.rows as unknown as { type: string; whom: string[] }[];
  const whom = (type: string) => rows.find((row) => row.type === type)?.whom;
  expect(whom('workerAssigned')).toEqual(['示範c.worker']);
  expect(whom('leadHandedOver')).toEqual(['示範c.worker2']);
  expect(whom('referralSent')).toEqual(['甲國小']);
  expect(whom('caseAccepted')).toEqual([]);
});
