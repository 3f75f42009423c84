import fc from 'fast-check';
import { expect, it } from 'vitest';
import { routeCoverage } from './coverage.ts';
import { proposeRoute, type RouteRow, type UnitLoad } from './routing.ts';

const programmes = ['vf', 'cp'];
const districts = ['d1', 'd2', 'd3'];
const units = ['u1', 'u2', 'u3'];
const row = fc.record({
  id: fc.uuid(),
  programme: fc.constantFrom(...programmes),
  district: fc.constantFrom(...districts, null),
  unit: fc.constantFrom(...units),
  priority: fc.constantFrom(1, 2),
  active: fc.boolean(),
});

const load = (unit: string, active: boolean): UnitLoad => ({ unit, name: { zh: unit, en: unit }, openCases: 0, capacity: null, active });

it('a gap is exactly where routing proposes nobody, and an overlap names whom it proposes first among', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.subarray(units), (routes: RouteRow[], open) => {
      const loads = units.map((unit) => load(unit, open.includes(unit)));
      const { gaps, overlaps, dead } = routeCoverage(routes, (unit) => open.includes(unit), programmes, districts);
      for (const programme of programmes) {
        const gap = gaps.find((each) => each.programme === programme);
        for (const district of [...districts, null]) {
          const proposed = proposeRoute(routes, loads, programme, district);
          expect(gap?.districts.includes(district) ?? false).toBe(proposed === null);
          const overlap = overlaps.find((each) => each.programme === programme && each.district === district);
          if (overlap && proposed) expect(overlap.units).toContain(proposed.unit);
        }
        expect(gap?.everywhere ?? false).toBe([...districts, null].every((district) => gap?.districts.includes(district)));
      }
      expect(dead.every((each) => each.active && !open.includes(each.unit))).toBe(true);
    }),
  );
});
