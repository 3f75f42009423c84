import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingPairs } from './closure.ts';
import { componentsOf } from './components.ts';
import { groupEdges } from './grouped-edges.ts';
import { clusterPairs, divideComponents } from './repair.ts';

const NODES = 14;
/** Log odds by pair of nodes, in any order; pairs that are not named are missing. */
const world = fc
  .uniqueArray(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1), fc.integer({ min: -6, max: 9 })), {
    selector: ([a, b]) => Math.min(a, b) * NODES + Math.max(a, b),
    maxLength: 40,
  })
  .map((pairs) => pairs.filter(([a, b]) => a !== b));

test('known components with their missing pairs are divided as all pairs together are', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.nat(NODES - 1), async (pairs, one) => {
      const l = Int32Array.from(pairs, ([a]) => a);
      const r = Int32Array.from(pairs, ([, b]) => b);
      const odds = Float64Array.from(pairs, ([, , bits]) => bits + 0.5);
      const rules = { nodes: NODES, threshold: 0, apart: (a: number, b: number) => (a * b) % 11 === one, rank: (node: number) => node };
      const components = componentsOf(NODES, l, r, (edge) => odds[edge]! >= 0);
      const inside = groupEdges(NODES, components, l, r);
      const missing = missingPairs(components, inside);
      const logOdds = Float64Array.from(inside.edges, (edge) => odds[edge]!);
      const divided = await divideComponents(
        components,
        [
          { ...inside, logOdds },
          { ...missing, logOdds: new Float64Array(missing.l.length).fill(-2) },
        ],
        rules,
        async () => rules.rank,
      );
      const whole = {
        l: Int32Array.from([...l, ...missing.l]),
        r: Int32Array.from([...r, ...missing.r]),
        logOdds: Float64Array.from([...odds, ...missing.l.map(() => -2)]),
      };
      expect(divided).toEqual(clusterPairs({ ...rules, ...whole }));
      for (let i = 0; i < missing.l.length; i++) expect(missing.l[i]!).toBeLessThan(missing.r[i]!);
    }),
  );
});
