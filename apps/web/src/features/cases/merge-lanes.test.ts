// Of two lanes read page by page nothing is shown further back than both have been read.
import { expect, test } from 'vitest';
import { mergeLanes } from './merge-lanes.ts';

const at = (...days: string[]) => days.map((day) => ({ at: `2026-${day}` }));
const days = (of: { entries: { at: string }[] }) => of.entries.map((one) => one.at.slice(5));

test('the lane that has been read less far says how far back is shown, and is read on first', () => {
  const own = { entries: at('06-01', '05-01', '04-01'), more: true };
  const other = { entries: at('05-20', '01-01'), more: false };
  const merged = mergeLanes([own, other]);
  expect(days(merged)).toEqual(['06-01', '05-20', '05-01', '04-01']);
  expect(merged.behind).toEqual([0]);
  const busy = mergeLanes([own, { entries: at('05-20', '05-10'), more: true }]);
  expect(days(busy)).toEqual(['06-01', '05-20', '05-10']);
  expect(busy.behind).toEqual([1]);
});

test('read to the end all is shown', () => {
  const whole = mergeLanes([
    { entries: at('02-02'), more: false },
    { entries: at('03-03', '01-01'), more: false },
  ]);
  expect(days(whole)).toEqual(['03-03', '02-02', '01-01']);
  expect(whole.behind).toEqual([]);
  expect(
    mergeLanes([
      { entries: at('02-02'), more: true },
      { entries: [], more: true },
    ]),
  ).toEqual({ entries: [], behind: [1] });
});
