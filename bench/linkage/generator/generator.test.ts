import { describe, expect, it } from 'vitest';
import { wadeGiles } from './errors/romanise.ts';
import { checkDigit, identifierOf } from './identifier.ts';
import { RATES, scaled } from './rates.ts';
import { drawRows } from './world.ts';

describe('generator', () => {
  it('gives the same rows for the same seed and others for another', () => {
    const one = [...drawRows({ rows: 500, seed: 3 })];
    expect([...drawRows({ rows: 500, seed: 3 })]).toEqual(one);
    expect([...drawRows({ rows: 500, seed: 4 })]).not.toEqual(one);
    expect(one).toHaveLength(500);
  });

  it('computes check digits like the published examples', () => {
    expect(checkDigit('A12345678')).toBe(9);
    expect(checkDigit('A80000001')).toBe(4);
  });

  it('never gives two persons one identifier', () => {
    const seen = new Set(Array.from({ length: 50_000 }, (_, n) => identifierOf(n, 'F', false, 17)));
    expect(seen.size).toBe(50_000);
  });

  it('romanises by Wade-Giles', () => {
    expect(['zhang', 'xu', 'jian', 'guo', 'zhi', 'cai', 'hong', 'qiu'].map(wadeGiles)).toEqual([
      'chang',
      'hsu',
      'chien',
      'kuo',
      'chih',
      'tsai',
      'hung',
      'chiu',
    ]);
  });

  it('makes no error in a person when all rates are zero', () => {
    const rates = { ...scaled(RATES, 0), missing: 0 };
    const rows = [...drawRows({ rows: 3000, seed: 5, rates })];
    const whole = rows.filter((row) => /^[A-Z]\d{9}$/.test(row.national_id));
    const byPerson = new Map<number, Set<string>>();
    for (const row of whole) byPerson.set(row.person_id, (byPerson.get(row.person_id) ?? new Set()).add(row.national_id));
    expect([...byPerson.values()].every((ids) => ids.size === 1)).toBe(true);
    expect(whole.length).toBeGreaterThan(1000);
  });

  it('makes more duplicates disagree when the rates rise', () => {
    const clean = (factor: number): number => {
      const rows = [...drawRows({ rows: 4000, seed: 8, rates: scaled(RATES, factor) })];
      return rows.filter(
        (row) => /^[A-Z]\d{9}$/.test(row.national_id) && checkDigit(row.national_id.slice(0, 9)) === Number(row.national_id[9]),
      ).length;
    };
    expect(clean(0.2)).toBeGreaterThan(clean(3) * 1.1);
  });
});
