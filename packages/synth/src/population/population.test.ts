import { describe, expect, it } from 'vitest';
import { DEMO_COUNTIES } from '../counties/index.ts';
import { demoNationalId, populationChunk } from './index.ts';

const anchorMs = Date.parse('2026-11-22T00:00:00Z');
const county = DEMO_COUNTIES[0]!;
const people = Array.from({ length: 12 }, (_, index) => populationChunk({ seed: 's', county, index, anchorMs })).flatMap((c) =>
  c.households.flatMap((h) => h.members.map((m) => m.person)),
);

describe('population', () => {
  it('has exactly the people asked for, each with a number of their own', () => {
    expect(people).toHaveLength(12_000);
    expect(new Set(people.map((p) => p.nationalId)).size).toBe(12_000);
    expect(new Set(people.map((p) => p.id)).size).toBe(12_000);
  });

  it('keeps to the age pyramid within a few points', () => {
    const share = (low: number, high: number) =>
      people.filter((p) => {
        const age = 2026.89 - Number(p.birthDate.slice(0, 4)) - (Number(p.birthDate.slice(5, 7)) - 0.5) / 12;
        return age >= low && age < high;
      }).length / people.length;
    expect(share(0, 15)).toBeGreaterThan(0.09);
    expect(share(0, 15)).toBeLessThan(0.15);
    expect(share(65, 120)).toBeGreaterThan(0.16);
    expect(share(65, 120)).toBeLessThan(0.24);
  });

  it('draws the commonest surname as often as the register has it', () => {
    const chen = people.filter((p) => p.name.startsWith('陳')).length / people.length;
    expect(chen).toBeGreaterThan(0.09);
    expect(chen).toBeLessThan(0.14);
  });

  it('gives the same chunk for the same seed, and another for another', () => {
    const names = (seed: string) =>
      populationChunk({ seed, county, index: 3, anchorMs })
        .households.flatMap((h) => h.members.map((m) => m.person.name))
        .join();
    expect(names('a')).toBe(names('a'));
    expect(names('a')).not.toBe(names('b'));
  });

  it('makes numbers with a right check digit in the demo range', () => {
    expect(demoNationalId('male', 0)).toMatch(/^Y19000000\d$/);
    const weighted = (id: string) => [...id.slice(1)].reduce((sum, d, i) => sum + Number(d) * [8, 7, 6, 5, 4, 3, 2, 1, 1][i]!, 12);
    for (const serial of [0, 1, 999_999, 123_456]) expect(weighted(demoNationalId('female', serial)) % 10).toBe(0);
  });

  it('lays the first county on 38 districts, 17 precincts and 18 family centres', () => {
    expect(county.districts).toHaveLength(38);
    expect(county.units.filter((u) => u.kind === 'policePrecinct')).toHaveLength(17);
    expect(county.units.filter((u) => u.kind === 'familyServiceCentre')).toHaveLength(18);
  });
});
