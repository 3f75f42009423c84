import { expect, test } from 'vitest';
import { Slabs } from './slabs.ts';

test('arrays cut from slabs keep what was written to them, whatever was cut after them', () => {
  const slabs = new Slabs();
  const cut = Array.from({ length: 400 }, (_, i) => {
    const array = i % 3 === 0 ? slabs.doubles(i * 11) : slabs.ints(i * 13);
    return array.fill(i);
  });
  slabs.forget();
  slabs.ints(1000).fill(-1);
  for (const [i, array] of cut.entries()) {
    expect(array.length).toBe(i % 3 === 0 ? i * 11 : i * 13);
    expect(array.every((value) => value === i)).toBe(true);
  }
});

test('a piece larger than any slab is had whole', () => {
  const slabs = new Slabs();
  slabs.ints(3);
  expect(slabs.doubles(7_000_000).length).toBe(7_000_000);
});
