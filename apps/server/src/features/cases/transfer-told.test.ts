// Who else hears of a transfer, and by when what was done before it can be recorded: another case of the same people is told what it is, which is no report.

import { expect, test } from 'vitest';
import { visit } from '../../testing/case-house.ts';
import { transferHouse } from '../../testing/transfer-house.ts';

const { act, aCase, as, done, house, there, look, wish, sent, rowThere, matchThere, toCentre, accept } = transferHouse();

type Notice = { kind: string; ref: string | null; about: { zh: string } | null };
const told = async (who: string) => (await (await as(who))('GET', '/api/notices?limit=100')).body.rows as unknown as Notice[];
const owner = () => house().server.database.owner();

test('whoever leads another open case of the family hears that it is handed over, not that it was reported again, and not where to', async () => {
  const partner = { grounds: ['ipv-physical'], persons: [{ role: 'subject', name: '另案者', birthDate: '0800102' }] };
  const other = await aCase('另案者', partner, 'dvsa');
  const one = await aCase('移出者');
  await done('worker', one, visit());
  const person = ((await look('worker', one)).members as unknown as { personId: string }[])[0]!.personId;
  await (await owner()).query('update casework.case_person set person_id = $1 where case_id = $2', [person, other.id]);
  await done('worker', one, await wish(one));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  await matchThere((await rowThere('移出者'))!.id);
  for (const who of ['protection', 'protector']) {
    const heard = (await told(who)).filter((each) => each.kind === 'report.repeat' || each.kind.startsWith('transfer.'));
    expect(heard, who).toMatchObject([{ kind: 'transfer.leaving', ref: expect.stringMatching(/^IPV-/), about: { zh: '親密關係暴力' } }]);
  }
});

test('a visit is recorded here until a day after the taking, one made later is not', async () => {
  const one = await aCase('逾日補登者');
  await done('worker', one, visit());
  await done('worker', one, await wish(one));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  expect((await toCentre((await rowThere('逾日補登者'))!)).status).toBe(200);
  expect((await accept('逾日補登者')).status).toBe(200);
  const back = `update casework.event set happened_at = happened_at - interval '25 hours' where case_id = $1`;
  await (await owner()).query(back, [one.id]);
  one.version = Number((await look('worker', one)).version);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  expect((await act('worker', one, { ...visit(), happenedAt: hoursAgo(0.5) })).body).toMatchObject({
    fields: [{ path: 'command.happenedAt', reason: 'afterTransfer' }],
  });
  await done('worker', one, { ...visit(), happenedAt: hoursAgo(2) });
});

test('what is handed over says its days as each language writes them, and the unit by both its names', async () => {
  await (await owner()).query(`update org.unit set name_en = 'Centre A' where name_zh = '甲中心'`);
  await sent('雙語者');
  const view = await there.screener!('GET', `/api/screening/reports/${(await rowThere('雙語者'))!.id}`);
  const { handed } = view.body as unknown as {
    handed: { from: { unitName: object }; facts: { label: { zh: string }; values: { zh: string; en: string }[] }[] };
  };
  expect(handed.from.unitName).toEqual({ zh: '甲中心', en: 'Centre A' });
  const [visited] = handed.facts.find((fact) => fact.label.zh === '最近訪視')!.values;
  expect(visited).toMatchObject({
    zh: expect.stringMatching(/^\d{3}年/),
    en: expect.stringMatching(/^\d{1,2} [A-Z][a-z]+ \d{4}/),
  });
  expect(JSON.stringify(handed.facts.map((fact) => fact.values.map((value) => value.en)))).not.toMatch(/\d{4}-\d\d-\d\d/);
});

test('whoever decides sees before opening the case whether the family is to be opened or not', async () => {
  const one = await aCase('擬不開案者');
  await done('worker', one, visit());
  await done('worker', one, { type: 'proposeOpening', decision: 'notOpened', reason: 'refused', summary: '家庭拒絕' });
  const { approvals } = (await (await as('supervisor'))('GET', '/api/worklist')).body as unknown as {
    approvals: { caseId: string; kind: string }[];
  };
  expect(approvals.find((each) => each.caseId === one.id)).toMatchObject({ kind: 'notOpened' });
});
