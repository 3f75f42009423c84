// The two clocks of a transfer run out and are told to those above, each step once; what has been answered is told to nobody any more.

import { addHours, type Instant } from '@anwang/core/time';
import { expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { visit } from '../../testing/case-house.ts';
import { transferHouse } from '../../testing/transfer-house.ts';

const { aCase, done, house, wish, sent } = transferHouse();

const sweepAt = async (days: number) => {
  const { server } = house();
  const at = addHours(new Date().toISOString() as Instant, days * 24);
  const sweep = jobsOf({ ...server.house, now: () => at }, () => undefined)['clocks.sweep']!;
  await server.house.store.withActor(sweep.actor, sweep.purpose, { route: 'test', as: 'worker' }, (tx) =>
    sweep.run(tx, { payload: {}, attempt: 1, lastAttempt: false }),
  );
};
/** Who was told of a clock of a case: the posts, and the lead by account. */
const told = async (rule: string, id: string) => {
  const owner = await house().server.database.owner();
  const { rows } = await owner.query('select kind, to_post, to_account from system.notice where rule = $1 and case_id = $2 order by id', [
    rule,
    id,
  ]);
  return rows.map((row) => `${row.kind} ${row.to_account === null ? String(row.to_post).split(':')[0] : 'lead'}`).sort();
};
/** A working day, and the nights and days that may be free beside it. */
const surely = 12;

test('nobody decides: the lead and the supervisor are told when the working day is over, the head a day later, each once', async () => {
  const one = await aCase('吳定中');
  await done('worker', one, visit());
  await done('worker', one, await wish(one));
  await sweepAt(0);
  expect(await told('decide-transfer', one.id)).toEqual([]);
  await sweepAt(surely);
  await sweepAt(surely);
  const all = ['clock.overdue director', 'clock.overdue lead', 'clock.overdue supervisor'];
  expect(await told('decide-transfer', one.id)).toEqual(all);
  await done('supervisor', one, { type: 'decideTransfer', decision: 'sentBack', reason: '先確認住址' });
  await done('worker', one, await wish(one));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  await sweepAt(surely);
  expect(await told('decide-transfer', one.id), 'decided in time: nobody hears of the second').toEqual(all);
});

test('the other county does not answer: the lead beforehand, then lead, supervisor and head; a transfer that was taken back tells nobody', async () => {
  const one = await sent('鄭覆遲');
  const back = await sent('王志豪');
  await done('supervisor', back, { type: 'withdrawTransfer', reason: 'stayed' });
  await sweepAt(0.1);
  expect(await told('transfer-answer', one.id)).toEqual([]);
  await sweepAt(surely);
  await sweepAt(surely);
  expect(await told('transfer-answer', one.id)).toEqual([
    'clock.due lead',
    'clock.overdue director',
    'clock.overdue lead',
    'clock.overdue supervisor',
  ]);
  expect(await told('transfer-answer', back.id)).toEqual([]);
});
