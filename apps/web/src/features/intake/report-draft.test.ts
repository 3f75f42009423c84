// What is sent: unknown stays unknown, nothing is invented, and the contract accepts it.
import { contract } from '@anwang/contract';
import { expect, test } from 'vitest';
import { emptyPerson, emptyReport, stepOfField, toReport } from './report-draft.ts';

const schema = contract.intake.report['~orpc'].inputSchema!;
const parse = async (value: unknown) => schema['~standard'].validate(value);

test('a report with only a narrative and a county is whole', async () => {
  const sent = toReport({ ...emptyReport(), county: '64000', narrative: '樓上有人大吼' });
  expect(sent.persons[0]).toMatchObject({ name: null, sex: 'unknown', birthDate: null, nationalId: null });
  expect((await parse(sent)).issues).toBeUndefined();
});

test('a report without a narrative is refused by the contract, naming the field', async () => {
  const refused = await parse(toReport({ ...emptyReport(), county: '64000' }));
  expect(refused.issues?.map((issue) => issue.path?.join('.'))).toContain('narrative');
});

test('only an age is known: no birth date is sent, even if one was typed before', () => {
  const draft = {
    ...emptyReport(),
    persons: [{ ...emptyPerson('subject', 'a'), birthDate: '2019-03-14', onlyAge: true, ageApproximate: 7 }],
  };
  expect(toReport(draft).persons[0]).toMatchObject({ birthDate: null, ageApproximate: 7 });
});

test('fields are found on their steps', () => {
  expect([stepOfField('reporter.phone'), stepOfField('county'), stepOfField('persons.0.birthDate'), stepOfField('narrative')]).toEqual([
    1, 1, 2, 2,
  ]);
});
