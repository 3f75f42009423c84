// A report that names somebody as 陳○明 and no more: nobody is proposed where many could be meant, and the desk is told how many; with one more fact they are.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReport, type DeskWorld, startDesk } from '../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
});
afterAll(() => world.close());

const file = async (person: object): Promise<string> => {
  const screener = await world.as('screener');
  const filed = await world.server.nobody('POST', '/api/reports', aReport({ persons: [{ role: 'subject', sex: 'male', ...person }] }));
  expect(filed.status, filed.text).toBe(200);
  const { rows } = (await screener('GET', '/api/screening/queue?limit=100')).body as unknown as { rows: { id: string; number: string }[] };
  return rows.find((row) => String(filed.body.receipt).endsWith(row.number))!.id;
};

test('a masked name alone proposes nobody of many, says how many there are, and proposes with one more fact', async () => {
  const screener = await world.as('screener');
  for (const [at, given] of [...'大志文國'].entries()) await file({ name: `陳${given}明`, birthDate: `${60 + at * 10}0314` });
  const family = async (id: string) =>
    (await screener('GET', `/api/screening/reports/${id}/family`)).body as unknown as {
      candidates: { person: { name: string } }[];
      alike: unknown;
    };
  const masked = await file({ name: '陳○明' });
  expect(await family(masked)).toMatchObject({ candidates: [], alike: [{ n: 4, more: false }] });
  const report = await screener('GET', `/api/screening/reports/${masked}`);
  expect(report.body.persons).toMatchObject([{ name: '陳○明', match: 'unidentifiable', personId: null }]);
  const aged = await family(await file({ name: '陳○明', ageApproximate: 55 }));
  expect(aged.candidates.map((one) => one.person.name)[0]).toBe('陳大明');
  expect(aged.alike).toEqual([]);
  const dated = await family(await file({ name: '陳○明', birthDate: '0600314' }));
  expect(dated.candidates.map((one) => one.person.name)).toEqual(['陳大明']);
  expect((await family(await file({ name: '林○○' }))).alike).toEqual([]);
});
