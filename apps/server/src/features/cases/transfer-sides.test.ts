// House law 8 where a family with another side moves: the new address reaches nobody through whoever stays.

import { expect, test } from 'vitest';
import { instrumentAnswers, safetyAnswers } from '../../testing/answers.ts';
import { now, visit } from '../../testing/case-house.ts';
import { canary, transferHouse } from '../../testing/transfer-house.ts';

const { aCase, as, done, house, there, wish, rowThere, matchThere } = transferHouse();

test('where there is another side, the new address reaches nobody through it, neither here nor there', async () => {
  const persons = [
    { role: 'victim', name: '遷居被害人', sex: 'female', birthDate: '0750405' },
    { role: 'respondent', name: '遷居相對人', sex: 'male', birthDate: '0740101' },
  ];
  const one = await aCase('遷居被害人', { grounds: ['ipv-physical'], persons }, 'dvsa');
  const here = (await (await as('protection'))('GET', `/api/cases/${one.id}`)).body;
  const members = here.members as unknown as { personId: string; role: string }[];
  const other = members.find((each) => each.role === 'respondent')!.personId;
  const victim = members.find((each) => each.role !== 'respondent')!.personId;
  one.version = Number(here.version);
  await done('protection', one, await wish(one, { personIds: [victim] }));
  await done('protector', one, { type: 'decideTransfer', decision: 'approved' });
  for (const who of ['protector', 'protection', 'screener', 'supervisor'])
    for (const path of [
      `/cases/${one.id}`,
      `/cases/${one.id}/timeline`,
      `/cases/${one.id}/family`,
      `/people/${other}`,
      `/people/${other}/family`,
    ])
      expect((await (await as(who))('GET', `/api${path}`)).text, `${who} ${path}`).not.toContain(canary);
  const row = (await rowThere('遷居被害人'))!;
  await matchThere(row.id);
  const view = await there.screener!('GET', `/api/screening/reports/${row.id}`);
  expect(view.body.persons, 'who stays is not told of').toMatchObject([{ name: '遷居被害人', contactsHidden: true }]);
  expect(view.text).not.toContain('遷居相對人');
  const owner = await house().server.database.owner();
  const hidden = await owner.query('select hidden, hidden_from from people.contact where person_id = $1 and kind = $2', [
    victim,
    'residenceAddress',
  ]);
  expect(hidden.rows, 'kept from whoever is on the other side of the case, who does not stand in the report').toEqual([
    { hidden: true, hidden_from: [other] },
  ]);
  for (const path of [`/people/${other}`, `/people/${other}/family`, `/people/${victim}/family`])
    expect((await there.screener!('GET', `/api${path}`)).text, path).not.toContain(canary);
});

test('of the safety plan goes along what the court ordered and what happened, not how she keeps herself safe', async () => {
  const persons = [{ role: 'victim', name: '遷居被害人乙', sex: 'female', birthDate: '0730405' }];
  const one = await aCase('遷居被害人乙', { grounds: ['ipv-physical'], persons }, 'dvsa');
  await done('protection', one, visit());
  const instrument = { instrument: 'tipvda-1', instrumentVersion: '1', moment: 'intake', answers: instrumentAnswers('tipvda-1', 'Y') };
  await done('protection', one, { type: 'completeAssessment', ...instrument, happenedAt: now() });
  await done('protection', one, { type: 'proposeOpening', decision: 'open', reason: 'highDanger', summary: '高危機' });
  await done('protector', one, { type: 'decideOpening', decision: 'approved', reason: null });
  const answers = {
    ...safetyAnswers,
    violence: ['A'],
    orderStatus: 'ordinary',
    orderItems: ['1', '2'],
    safeTime: '平日上午',
    plan: '約定暗語',
  };
  await done('protection', one, { type: 'draftPlan', summary: '計畫', reviewOn: null, answers });
  const here = (await (await as('protection'))('GET', `/api/cases/${one.id}`)).body;
  const [victim] = here.members as unknown as { personId: string }[];
  await done('protection', one, await wish(one, { personIds: [victim!.personId] }));
  await done('protector', one, { type: 'decideTransfer', decision: 'approved' });
  const row = (await rowThere('遷居被害人乙'))!;
  const view = await there.screener!('GET', `/api/screening/reports/${row.id}`);
  const { facts } = view.body.handed as unknown as { facts: { label: { zh: string }; values: { zh: string }[] }[] };
  const said = (name: string) => facts.find(({ label }) => label.zh === name)?.values.map(({ zh }) => zh);
  expect([said('保護令'), said('暴力型態')?.length, said('款項')?.length], view.text).toEqual([['通常保護令'], 1, 2]);
  for (const words of ['約定暗語', '平日上午']) expect(view.text).not.toContain(words);
});
