// Who may help to recover a sign-in: those who answer for the account, not the holder, and not somebody whose right was given just now.
import { expect, test } from 'vitest';
import { addHours, type Instant } from '../time/index.ts';
import type { Actor, Grant } from './actor.ts';
import { mayRecover, recoveryRightHours } from './may-recover.ts';

const now = '2026-11-28T00:00:00.000Z' as Instant;
const account = { id: 'w1', county: '99901', unit: 'centre' };
const holding = (role: Grant['role'], reach: Grant['reach'], hours = recoveryRightHours): Actor => ({
  id: `${role}`,
  county: '99901',
  unit: 'centre',
  name: role,
  grants: [{ role, reach, from: addHours(now, -hours), until: null }],
});
const county = { kind: 'county', id: '99901' } as const;
const unit = { kind: 'unit', id: 'centre' } as const;

test('administrators, the head, and the supervisor of the unit; nobody else', () => {
  expect(mayRecover(holding('countyAdmin', county), account, 'administration', now)).toBe('yes');
  expect(mayRecover(holding('director', county), account, 'supervision', now)).toBe('yes');
  expect(mayRecover(holding('supervisor', unit), account, 'supervision', now)).toBe('yes');
  expect(mayRecover(holding('supervisor', { kind: 'unit', id: 'elsewhere' }), account, 'supervision', now)).toBe('outOfReach');
  expect(mayRecover(holding('supervisor', unit), { ...account, unit: null }, 'supervision', now)).toBe('outOfReach');
  expect(mayRecover(holding('countyAdmin', { kind: 'county', id: '99902' }), account, 'administration', now)).toBe('outOfReach');
  expect(mayRecover(holding('leadWorker', unit), account, 'supervision', now)).toBe('outOfReach');
  expect(mayRecover({ ...holding('countyAdmin', county), id: 'w1' }, account, 'administration', now)).toBe('own');
});

test('a right that was given an hour ago waits, and one that is old enough beside it counts', () => {
  const young = holding('supervisor', unit, 1);
  expect(mayRecover(young, account, 'supervision', now)).toBe('tooNew');
  expect(mayRecover({ ...young, grants: [...young.grants, ...holding('director', county).grants] }, account, 'supervision', now)).toBe(
    'yes',
  );
});
