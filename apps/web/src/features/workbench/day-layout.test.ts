import { expect, test } from 'vitest';
import { hoursOf, isCrowded, layOut, minuteOf, overOf, whenOf } from './day-layout.ts';

const at = (time: string) => new Date(`2026-11-28T${time}:00+08:00`).toISOString();

test('the hours are those of Taipei whatever the machine has, and reach as far as the day does', () => {
  expect(minuteOf(at('14:10'))).toBe(850);
  expect(minuteOf(at('00:30'))).toBe(30);
  expect(hoursOf([], Date.parse(at('10:00')))).toEqual({ from: 9, to: 18 });
  expect(
    hoursOf(
      [
        { at: at('07:40'), minutes: 30 },
        { at: at('19:45'), minutes: 60 },
      ],
      Date.parse(at('10:00')),
    ),
  ).toEqual({ from: 7, to: 21 });
});

test('what overlaps stands side by side, what follows has the whole width again, and nothing is too low to read', () => {
  const stops = [
    { id: 'b', at: at('10:30'), minutes: 60 },
    { id: 'a', at: at('10:00'), minutes: 60 },
    { id: 'c', at: at('11:15'), minutes: 5 },
    { id: 'd', at: at('13:00'), minutes: null },
  ];
  const placed = layOut(stops, 9).map(({ stop, top, height, lane, lanes }) => [stop.id, top, height, lane, lanes]);
  expect(placed).toEqual([
    ['a', 60, 60, 0, 2],
    ['b', 90, 60, 1, 2],
    ['c', 135, 25, 0, 2],
    ['d', 240, 30, 0, 1],
  ]);
});

test('three at one time stand side by side, a fourth makes the day a list', () => {
  const visits = (n: number) => Array.from({ length: n }, (_, index) => ({ at: at(`10:0${index}`), minutes: 60 }));
  expect(isCrowded(layOut(visits(3), 9))).toBe(false);
  expect(isCrowded(layOut(visits(4), 9))).toBe(true);
  expect(isCrowded([])).toBe(false);
});

test('a plan of an earlier day was missed, and the day ends at midnight in Taipei', () => {
  const now = Date.parse(at('08:00'));
  expect(whenOf({ at: at('00:10'), minutes: null }, now)).toBe('today');
  expect(whenOf({ at: '2026-11-27T15:50:00.000Z', minutes: null }, now)).toBe('missed');
  expect(whenOf({ at: '2026-11-28T16:10:00.000Z', minutes: null }, now)).toBe('later');
});

test('a plan is over after its length, or once whoever is there meant to have left; not while somebody is there', () => {
  const now = Date.parse(at('12:00'));
  expect(overOf({ at: at('11:00'), minutes: null, until: null }, now)).toEqual({ at: Date.parse(at('11:30')), inside: false });
  expect(overOf({ at: at('11:00'), minutes: 90, until: null }, now)).toBeUndefined();
  expect(overOf({ at: at('09:00'), minutes: 30, until: at('12:30') }, now)).toBeUndefined();
  expect(overOf({ at: at('11:00'), minutes: 90, until: at('11:40') }, now)).toEqual({ at: Date.parse(at('11:40')), inside: true });
});
