// An age that the reporter guessed goes with the person into the index and the case, and stays a guess: no birth date is made of it, and it is never compared as one.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReport, type DeskWorld, startDesk } from '../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
});
afterAll(() => world.close());

const file = async (person: object): Promise<string> => {
  const filed = await world.server.nobody('POST', '/api/reports', aReport({ persons: [{ role: 'subject', sex: 'male', ...person }] }));
  expect(filed.status, filed.text).toBe(200);
  const { rows } = (await (await world.as('screener'))('GET', '/api/screening/queue?limit=100')).body as unknown as {
    rows: { id: string; number: string }[];
  };
  return rows.find((row) => String(filed.body.receipt).endsWith(row.number))!.id;
};
const personOf = async (report: string) =>
  ((await (await world.as('screener'))('GET', `/api/screening/reports/${report}`)).body.persons as unknown as { personId: string }[])[0]!
    .personId;
const proposed = async (report: string) =>
  (await (await world.as('screener'))('GET', `/api/screening/reports/${report}/family`)).body.candidates as unknown as {
    person: { name: string; birthPrecision: string };
    reasons: { code: string }[];
  }[];

test('somebody of about 62 is of about 62 in search and file', async () => {
  const id = await personOf(await file({ name: '邵文山', ageApproximate: 62 }));
  const found = await (await world.as('screener'))('POST', '/api/people/search', { text: '邵文山', limit: 5 });
  expect(found.body.rows).toMatchObject([{ personId: id, age: 62, birthPrecision: 'approximate' }]);
  const fileOf = await (await world.as('screener'))('GET', `/api/people/${id}`);
  expect(fileOf.body).toMatchObject({ age: 62, birthPrecision: 'approximate' });
});

test('a birth date near the guess speaks for the person a little, one far from it against; never as a date', async () => {
  await file({ name: '詹義豐', ageApproximate: 40 });
  const [near] = await proposed(await file({ name: '詹義豐', birthDate: '0770203' }));
  expect(near?.reasons.map((one) => one.code)).toContain('age.near');
  expect(near?.reasons.map((one) => one.code).filter((code) => code.startsWith('birthDate'))).toEqual([]);
  const far = await proposed(await file({ name: '詹義豐', birthDate: '0300203' }));
  for (const one of far.filter(({ person }) => person.birthPrecision === 'approximate'))
    expect(one.reasons.map((reason) => reason.code)).toContain('age.far');
});

test('a day that is learned takes the place of the guess, and the guess comes back when that was wrong', async () => {
  const report = await file({ name: '馮志成', ageApproximate: 50 });
  const screener = await world.as('screener');
  const read = async () =>
    (await screener('GET', `/api/screening/reports/${report}`)).body as unknown as {
      version: number;
      persons: { id: string; personId: string }[];
    };
  const precision = async () => (await screener('GET', `/api/people/${await personOf(report)}`)).body.birthPrecision;
  const { version, persons } = await read();
  const learned = await screener('POST', `/api/screening/reports/${report}/persons/${persons[0]!.id}/facts`, {
    version,
    kind: 'birthDate',
    value: '0650505',
    saidBy: 'family',
  });
  expect(learned.status, learned.text).toBe(200);
  expect(await precision()).toBe('day');
  const back = { version: (await read()).version, why: 'otherPerson' };
  expect((await screener('POST', `/api/screening/reports/${report}/facts/${learned.body.factId}/take-back`, back)).status).toBe(200);
  expect(await precision()).toBe('approximate');
});
