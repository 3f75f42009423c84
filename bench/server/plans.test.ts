// The check of plans finds what it is there to find, wherever in the plan it stands, and nothing else.

import { expect, test } from 'vitest';
import { judgePlan, type PlanFinding } from './plans.ts';

const findings = (plan: Parameters<typeof judgePlan>[0]): PlanFinding[] => {
  const found: PlanFinding[] = [];
  judgePlan(plan, 'select 1', new Set(['person']), found);
  return found;
};

test('a large table read whole is found below other nodes; a small one and an index are not', () => {
  const join = (inner: Parameters<typeof judgePlan>[0]) =>
    findings({ 'Node Type': 'Nested Loop', Plans: [{ 'Node Type': 'Result' }, inner] });
  expect(join({ 'Node Type': 'Seq Scan', 'Relation Name': 'person' })).toMatchObject([{ kind: 'seqScan' }]);
  expect(join({ 'Node Type': 'Seq Scan', 'Relation Name': 'county' })).toEqual([]);
  expect(join({ 'Node Type': 'Index Scan', 'Relation Name': 'person' })).toEqual([]);
});

test('a function of ours that is left in a filter is found; one asked once is not', () => {
  expect(
    findings({ 'Node Type': 'Index Scan', Filter: `(county = ANY (access.counties('{person.read}'::text, 'personal'::text)))` }),
  ).toMatchObject([{ kind: 'functionPerRow' }]);
  expect(findings({ 'Node Type': 'Index Scan', Filter: '(county = ANY ((InitPlan 1).col1))' })).toEqual([]);
});
