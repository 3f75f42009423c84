// What was reported is read from the case by those who work on it, and by nobody else; what is added to it reaches them at once.
import { expect, test } from 'vitest';
import { caseHouse } from '../../testing/case-house.ts';

const { aCase, as } = caseHouse();

type Rows = { id: string; kind: string; leadsTo: { to: string; id: string } }[];
const told = async (who: string, kind: string) =>
  ((await (await as(who))('GET', '/api/notices?limit=200')).body.rows as unknown as Rows).filter((row) => row.kind === kind);

test('the worker and the supervisor read the story behind the case; another unit, a partner and a worker without the case do not', async () => {
  const one = await aCase('通報內容件');
  const [behind] = (await (await as('worker'))('GET', `/api/cases/${one.id}`)).body.reports as unknown as { id: string; number: string }[];
  const address = `/api/cases/${one.id}/reports/${behind!.id}`;
  for (const who of ['worker', 'supervisor']) {
    const read = await (await as(who))('GET', address);
    expect(read.status, read.text).toBe(200);
    expect(read.body).toMatchObject({ number: behind!.number, narrative: '家裡好幾天沒有開伙', reporterKind: 'education', mayAdd: true });
    expect(read.body.persons).toMatchObject([{ name: '通報內容件', role: 'subject' }]);
  }
  for (const who of ['worker2', 'elsewhere', 'partner', 'foreign'])
    expect((await (await as(who))('GET', address)).status, who).toBeGreaterThan(399);
  const other = await aCase('別件');
  expect((await (await as('worker'))('GET', `/api/cases/${other.id}/reports/${behind!.id}`)).status, 'a report of another case').toBe(404);
});

test('what is added reaches the lead and the supervisor at once, but not whoever added it', async () => {
  const one = await aCase('補充件');
  const [behind] = (await (await as('worker'))('GET', `/api/cases/${one.id}`)).body.reports as unknown as { id: string }[];
  const add = async (who: string, text: string) => {
    const answer = await (await as(who))('POST', `/api/reports/${behind!.id}/additions`, { text });
    expect(answer.status, answer.text).toBe(200);
  };
  await add('screener', '學校來電補充：孩子三天沒到校');
  for (const who of ['worker', 'supervisor'])
    expect(await told(who, 'report.addition'), who).toMatchObject([{ leadsTo: { to: 'case', id: one.id } }]);
  await add('worker', '訪視時鄰居補充');
  expect(await told('worker', 'report.addition')).toHaveLength(1);
  expect(await told('supervisor', 'report.addition')).toHaveLength(2);
  expect(await told('elsewhere', 'report.addition')).toEqual([]);
  const read = await (await as('worker'))('GET', `/api/cases/${one.id}/reports/${behind!.id}`);
  expect((read.body.additions as unknown as { text: string }[]).map((each) => each.text)).toEqual([
    '學校來電補充：孩子三天沒到校',
    '訪視時鄰居補充',
  ]);
});
