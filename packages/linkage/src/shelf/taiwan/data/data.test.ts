import { describe, expect, it } from 'vitest';
import { FREQUENT, RARE } from '../../../../tables/characters.ts';
import { buildReadings } from '../../../../tables/readings.ts';
import { likeness, shapeOf } from '../../../../tables/shapes.ts';
import { buildTowns } from '../../../../tables/towns.ts';
import { buildVariants } from '../../../../tables/variants.ts';
import { canonicalText } from '../characters/index.ts';
import { FIRST_READINGS, SECOND_READINGS, SURNAME_READINGS } from './readings.generated.ts';
import { SHAPES } from './shapes.generated.ts';
import { TOWNS } from './towns.generated.ts';
import { VARIANTS } from './variants.generated.ts';

describe('the committed tables', () => {
  it('are what the packages give today', { timeout: 60_000 }, () => {
    const { first, second, surname } = buildReadings();
    expect({ first, second, surname }).toEqual({ first: FIRST_READINGS, second: SECOND_READINGS, surname: SURNAME_READINGS });
    expect(buildVariants()).toBe(VARIANTS);
    expect(buildTowns()).toBe(TOWNS);
  });

  // All pairs take half a minute; every thirtieth row shows a change of source or measure as well.
  it('pair only characters that look alike in one of their forms', () => {
    const forms = new Map<string, string[]>();
    for (const char of [...FREQUENT, ...RARE]) {
      const key = canonicalText(char);
      forms.set(key, [...(forms.get(key) ?? []), char]);
    }
    const rows = SHAPES.split(' ');
    expect(rows.length).toBeGreaterThan(5000);
    for (let i = 0; i < rows.length; i += 30) {
      const [head, ...others] = [...rows[i]!];
      for (const other of others) {
        const alike = forms.get(head!)!.some((a) => forms.get(other)!.some((b) => likeness(shapeOf(a), shapeOf(b)) > 0));
        expect(alike, `${head}${other}`).toBe(true);
      }
    }
  });

  it('know variants of ideographs only', () => {
    expect([...VARIANTS].filter((char) => char.codePointAt(0)! < 0x3400)).toEqual([]);
  });

  it('hold 22 counties and 368 towns', () => {
    const counties = TOWNS.split('|');
    expect(counties).toHaveLength(22);
    expect(counties.flatMap((row) => row.split(':')[1]!.split(','))).toHaveLength(368);
  });
});
