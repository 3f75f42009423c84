// The timer of the visit form: from what was told, else from what was typed, and never for a visit that is over or written down later.
import { expect, test } from 'vitest';
import { lasted, minutesOf, visitTime } from './visit-time.ts';

const now = Date.parse('2026-11-28T06:48:12.000Z');
const way = { departedAt: null, arrivedAt: null, leftAt: null, until: null };

test('runs from the arrival that was told, else from the moment in the form', () => {
  const since = Date.parse('2026-11-28T06:10:00.000Z');
  expect(visitTime({}, { ...way, arrivedAt: '2026-11-28T06:10:00.000Z' }, now)).toEqual({ state: 'running', since });
  expect(visitTime({ happenedAt: '2026-11-28T06:10:00.000Z' }, undefined, now)).toEqual({ state: 'running', since });
  expect(visitTime({}, way, now)).toEqual({ state: 'none' });
  expect(visitTime({ happenedAt: '1150102T' }, way, now)).toEqual({ state: 'none' });
});

test('stands still once it is over: minutes filled in, left, of the morning, or still to come', () => {
  const happenedAt = '2026-11-28T06:10:00.000Z';
  expect(visitTime({ happenedAt, minutes: 30 }, undefined, now).state).toBe('over');
  expect(visitTime({}, { ...way, arrivedAt: happenedAt, leftAt: happenedAt }, now).state).toBe('over');
  expect(visitTime({ happenedAt: '2026-11-28T00:10:00.000Z' }, undefined, now).state).toBe('over');
  expect(visitTime({ happenedAt: '2026-11-29T06:10:00.000Z' }, undefined, now).state).toBe('over');
});

test('is read as minutes and seconds, recorded in begun minutes', () => {
  expect([lasted(0), lasted(2_292_000), lasted(3_725_000), lasted(-5000)]).toEqual(['00:00', '38:12', '1:02:05', '00:00']);
  expect([minutesOf(0), minutesOf(60_000), minutesOf(2_292_000)]).toEqual([1, 1, 39]);
});
