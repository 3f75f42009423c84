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

test('whoever asked a partner is told when nobody will do it, in other words than when it is taken', async () => {
  const owner = await house().server.database.owner();
  const toldOf = async (answer: string) => {
    const one = await aCase(`轉介${answer}`);
    await done('worker', one, { type: 'sendReferral', toUnitId: house().school, need: 'school', fields: ['name'], message: '請協助就學' });
    const { rows } = await owner.query<{ id: string; version: number }>(
      `select id, version from network.referral where case_id = $1 and status = 'sent'`,
      [one.id],
    );
    const answered = await (await as('partner'))('POST', `/api/referrals/${rows[0]!.id}/answer`, {
      version: rows[0]!.version,
      answer,
      reason: null,
      note: '說明',
    });
    expect(answered.status, answered.text).toBe(200);
    const told = await owner.query<{ kind: string }>(`select kind from system.notice where case_id = $1 and kind like 'referral.%'`, [
      one.id,
    ]);
    return told.rows.map((row) => row.kind).filter((kind) => kind !== 'referral.sent');
  };
  expect(await toldOf('declined')).toEqual(['referral.declined']);
  expect(await toldOf('accepted')).toEqual(['referral.answered']);
});
