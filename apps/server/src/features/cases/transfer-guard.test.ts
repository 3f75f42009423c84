// What a transfer to another county refuses: who may ask and answer, two answers at once, and an answer that nobody there gave.

import { expect, test } from 'vitest';
import { now, visit } from '../../testing/case-house.ts';
import { transferHouse } from '../../testing/transfer-house.ts';

const { act, aCase, done, house, there, wish, sent, rowThere, toCentre, inbox, acceptRow, agrees } = transferHouse();

test('asks for a second person, for people of the case, and for a county that can take it', async () => {
  const one = await aCase('規則者');
  await done('worker', one, visit());
  for (const [wrong, path] of [
    [{ toCounty: '10001' }, 'toCounty'],
    [{ toCounty: '99999' }, 'toCounty'],
    [{ district: 'nowhere' }, 'district'],
    [{ reason: 'whim' }, 'reason'],
    [{ since: '2099-01-01' }, 'since'],
    [{ personIds: [house().seats.worker!.id] }, 'personIds'],
  ] as const)
    expect((await act('worker', one, await wish(one, wrong))).body, path).toMatchObject({ fields: [{ path: `command.${path}` }] });
  const closing = { type: 'proposeClosure', closureCode: 'movedOut', residualRisk: 'low', summary: '遷居' };
  const alone = await act('worker', one, closing);
  expect(alone.status, 'a family that moves is not just closed').toBeGreaterThanOrEqual(400);
  await done('worker', one, await wish(one));
  expect((await act('worker', one, { type: 'decideTransfer', decision: 'approved' })).status).toBe(409);
  const stale = { ...one };
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  expect((await act('supervisor', stale, { type: 'decideTransfer', decision: 'sentBack', reason: '再想' })).body).toMatchObject({
    code: 'versionConflict',
  });
});

test('two who take it at once: one case there, one closing here', async () => {
  const one = await sent('同時者');
  await toCentre((await rowThere('同時者'))!);
  const row = await inbox('同時者');
  // The second wishes otherwise: the same wish again is answered as it was the first time.
  const without = there.supervisor!('POST', `/api/dispatch/${row.id}/accept`, { version: row.version });
  const answers = await Promise.all([acceptRow(row), without]);
  expect(answers.map((each) => each.status).sort(), house().server.log.slice(-4).join('\n')).toEqual([200, 409]);
  await agrees(one);
  const events = await (await house().server.database.owner()).query(
    `select count(*)::int as n from casework.event where case_id = $1 and type = 'transferAccepted'`,
    [one.id],
  );
  expect(events.rows[0].n).toBe(1);
});

test('nobody brings an answer by hand', async () => {
  const one = await sent('直答者');
  const row = (await rowThere('直答者'))!;
  const owner = await house().server.database.owner();
  const account = (name: string) =>
    owner.query('select id from org.account where username = $1', [name]).then((found) => String(found.rows[0].id));
  const reads = (id: string, purpose: 'screening' | 'supervision') =>
    house().server.house.store.withActor({ id }, purpose, { route: 'test' }, (tx) =>
      tx.run('select * from casework.transferred_events($1::uuid)', [row.id]),
    );
  expect(await reads(house().seats.elsewhere!.id, 'supervision'), 'another unit of the first county').toEqual([]);
  expect(await reads(await account('t.supervisor'), 'supervision'), 'a unit there to which nothing was sent').toEqual([]);
  const desk = await account('t.screener');
  const events = [{ id: row.id, type: 'transferReturned', happenedAt: now(), facts: { transfer: row.id, reason: 'notHere' } }];
  const forged = house().server.house.store.withActor({ id: desk }, 'screening', { route: 'test' }, (tx) =>
    tx.run('select casework.answer_transfer($1::uuid, $2::jsonb, $3::jsonb, $4::jsonb)', [row.id, JSON.stringify(events), '{}', '{}']),
  );
  await expect(forged).rejects.toThrow(/answered/);
  const again = house().server.house.store.withActor({ id: house().seats.supervisor!.id }, 'supervision', { route: 'test' }, async (tx) => {
    const held = await owner.query('select id from casework.transfer where case_id = $1', [one.id]);
    return tx.run(`select casework.hand_over($1::uuid, '{}', '[]', '[]')`, [held.rows[0].id]);
  });
  await expect(again, 'handed over once').rejects.toThrow(/handed over/);
});
