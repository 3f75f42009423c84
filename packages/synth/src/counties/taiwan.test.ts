// Every county can begin: its districts are those of the Ministry of the Interior, under its code, and no two counties share a name, a prefix or a district.
import { expect, test } from 'vitest';
import { demoOrg } from '../org/index.ts';
import { countiesOfTaiwan, countyOfTaiwan, DEMO_COUNTIES } from './index.ts';

const all = countiesOfTaiwan.map(({ id }) => countyOfTaiwan(id)!);

test('22 counties with 368 towns, each under the code of its county', () => {
  expect(all.length).toBe(22);
  expect(all.flatMap((county) => county.districts).length).toBe(368);
  for (const county of all) {
    expect(
      county.districts.every((town) => town.id.startsWith(county.id)),
      county.zh,
    ).toBe(true);
    expect(county.zh + county.districts.map((town) => town.zh).join('')).not.toContain('台');
  }
  for (const of of [
    (one: (typeof all)[number]) => one.prefix,
    (one: (typeof all)[number]) => one.iso,
    (one: (typeof all)[number]) => one.zh,
  ])
    expect(new Set(all.map(of)).size).toBe(22);
  expect(countyOfTaiwan('99999')).toBeUndefined();
});

test('where the demo knows a county, both say the same of its districts', () => {
  for (const demo of DEMO_COUNTIES) {
    const read = countyOfTaiwan(demo.id)!;
    const names = (county: typeof demo) => county.districts.map((town) => `${town.id} ${town.zh}`).sort();
    expect([read.zh, read.iso, names(read)]).toEqual([demo.zh, demo.iso, names(demo)]);
  }
});

test('each can be laid out with its administrator', () => {
  for (const county of all) {
    const org = demoOrg('first', county, Date.UTC(2026, 10, 27));
    expect(
      org.accounts.some((account) => account.grants.some((grant) => grant.role === 'countyAdmin')),
      county.zh,
    ).toBe(true);
    for (const unit of org.units) expect(unit.zh).toContain(county.zh);
  }
});
