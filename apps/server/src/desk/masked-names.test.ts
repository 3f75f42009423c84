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
  expect(await family(masked)).toMatchObject({ candidates: [], alike: [{ masked: true, n: 4, more: false, shown: 0 }] });
  const report = await screener('GET', `/api/screening/reports/${masked}`);
  expect(report.body.persons).toMatchObject([{ name: '陳○明', match: 'unidentifiable', personId: null }]);
  const aged = await family(await file({ name: '陳○明', ageApproximate: 55 }));
  expect(aged.candidates.map((one) => one.person.name)[0]).toBe('陳大明');
  expect(aged.alike).toEqual([]);
  const dated = await family(await file({ name: '陳○明', birthDate: '0600314' }));
  expect(dated.candidates.map((one) => one.person.name)).toEqual(['陳大明']);
  expect((await family(await file({ name: '林○○' }))).alike).toEqual([]);
});

test('a name that more people bear than fit on the screen proposes nobody by chance: those of the district, else nobody, and says how many there are', async () => {
  const screener = await world.as('screener');
  const name = '吳佩蓉';
  const numbers =
    'Y191000001 Y191013704 Y191027404 Y191041100 Y191054803 Y191068503 Y191082209 Y191095902 Y191109607 Y191123303 Y191137003';
  for (const [at, nationalId] of numbers.split(' ').entries())
    await file({ name, nationalId, birthDate: `${at * 10 + 10}${String(at + 1).padStart(2, '0')}${at + 10}`.padStart(7, '0') });
  const family = async (id: string) =>
    (await screener('GET', `/api/screening/reports/${id}/family`)).body as unknown as {
      candidates: { person: { name: string } }[];
      alike: unknown;
    };
  expect(await family(await file({ name }))).toMatchObject({ candidates: [], alike: [{ masked: false, n: 11, more: false, shown: 0 }] });
  const owner = await world.server.database.owner();
  await owner.query(
    `update people.person x set district = null from (select id, row_number() over (order by id) n from people.person where name = $1) p where p.id = x.id and p.n > 2`,
    [name],
  );
  const near = await family(await file({ name }));
  expect(near.candidates).toHaveLength(2);
  expect(near.alike).toMatchObject([{ masked: false, n: 11, shown: 2 }]);
  expect((await family(await file({ name, birthDate: '0600314' }))).alike).toEqual([]);
});
