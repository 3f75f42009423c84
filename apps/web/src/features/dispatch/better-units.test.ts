import { expect, test } from 'vitest';
import { betterUnits } from './better-units.ts';

const unit = (id: string, ...districts: string[]) => ({ id, name: { zh: id }, districts });

test('who serves the district comes first, then who serves the county, then the others; not the own unit', () => {
  const units = [unit('三民', 'a'), unit('全市'), unit('左營', 'b', 'c'), unit('仁武', 'c'), unit('鳳山', 'd')];
  const order = (district: string | null) => betterUnits(units, { unitId: '鳳山', district }).map((one) => one.id);
  expect(order('c').slice(0, 3).sort()).toEqual(['仁武', '左營', '全市'].sort());
  expect(order('c')[2]).toBe('全市');
  expect(order('c').at(-1)).toBe('三民');
  expect(order(null)[0]).toBe('全市');
});
