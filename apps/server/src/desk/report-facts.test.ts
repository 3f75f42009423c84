// What a report says of children in the home where nobody answered: whoever it names is known.
import { expect, test } from 'vitest';
import { factsOf, type GivenReport, unmatched } from './report-facts.ts';

const her = { role: 'subject', name: '黃佳玲', birthDate: '1990-06-15', ageApproximate: null };
const him = { role: 'respondent', name: '蘇志成', birthDate: null, ageApproximate: null, relation: 'spouse' };
const girl = { role: 'witness', name: '蘇小妹妹', birthDate: null, ageApproximate: 5, relation: 'child' };
const given = (persons: GivenReport['persons'], childrenInHome: GivenReport['childrenInHome']): GivenReport => ({
  grounds: [],
  needs: [],
  immediateDanger: 'unknown',
  childrenInHome,
  channel: 'ecare',
  reporterKind: 'public',
  receivedAt: '2026-11-28T19:01:44.840Z' as GivenReport['receivedAt'],
  persons,
});
const children = (...args: Parameters<typeof given>) => factsOf(given(...args), unmatched).childrenInHome;

test('a child of the family whom the report names is in the home unless somebody said that there is none', () => {
  expect(children([her, him, girl], 'unknown')).toBe(true);
  expect(children([her, him, girl], 'no')).toBe(false);
  expect(children([her, him], 'unknown')).toBeNull();
  expect(children([her, him, { ...girl, relation: 'neighbour' }], 'unknown')).toBeNull();
  expect(children([her, him, { ...girl, ageApproximate: null }], 'unknown')).toBeNull();
  expect(children([{ ...her, birthDate: '2015-01-01' }], 'unknown')).toBe(true);
});
