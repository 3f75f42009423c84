import { expect, test } from 'vitest';
import { assemble } from '../roles/index.ts';
import { mix } from '../shelf/text/hash.ts';
import { runToy } from '../testing/toy-run.ts';

const assembly = assemble('en', [
  { column: 'name', role: 'free-text' },
  { column: 'street', role: 'address' },
  { column: 'phone', role: 'phone' },
]);

const SOUNDS = ['bar', 'cel', 'dov', 'fim', 'gur', 'han', 'jol', 'kep', 'lus', 'mib', 'nav', 'pog', 'rud', 'sef', 'tow', 'vix'];
const word = (n: number, length: number): string => Array.from({ length }, (_, i) => SOUNDS[(n >> (4 * i)) & 15]).join('');

const written = (street: string, how: number): string =>
  how % 6 === 0 ? street.replace(' street', ' st') : how % 12 === 1 ? street.slice(street.indexOf(' ') + 1) : street;

/** Organisations of one to eight branches; a branch has its address, the organisation's telephone and name, and two or three records. */
function world(organisations: number) {
  return Array.from({ length: organisations }, (_, organisation) => {
    const chance = (salt: number): number => mix(organisation * 977 + salt) >>> 0;
    const branches = chance(1) % 2 === 0 ? 2 + (chance(2) % 7) : 1;
    const name = `${word(chance(3), 2)} ${word(chance(4), 2)} center`;
    const phone = `${312_000_0000 + (chance(5) % 9_000_000)}`;
    return Array.from({ length: branches }, (_, branch) => {
      const street = `${1 + (chance(branch + 10) % 4000)} ${word(chance(branch + 30) % 256, 2)} street`;
      const own = branches === 1 ? '' : ` ${word(chance(branch + 50), 2)}`;
      return Array.from({ length: 2 + (chance(branch + 70) % 2) }, (_, copy) => {
        const salt = 100 + branch * 10 + copy;
        return {
          id: `${organisation}-${branch}-${copy}`,
          name: chance(salt) % 2 === 0 ? name : `${name}${own}`,
          street: written(street, chance(salt + 200)),
          phone: chance(salt + 400) % 8 === 0 ? `${773_000_0000 + (chance(salt + 500) % 9_000_000)}` : phone,
        };
      });
    }).flat();
  }).flat();
}

// Telephone and words of the name are the organisation's: two of three columns say "the same" of its branches.
test('branches of one organisation are not taken for one place', async () => {
  const records = world(400);
  const { result, pairs } = await runToy(records, assembly);
  const place = (id: string): string => id.slice(0, id.lastIndexOf('-'));
  const sizes = Map.groupBy(records, ({ id }) => place(id));
  const real = [...sizes.values()].reduce((sum, { length: n }) => sum + (n * (n - 1)) / 2, 0);
  const linked = pairs.filter(({ probability }) => probability >= result.threshold);
  const right = linked.filter(({ a, b }) => place(a) === place(b)).length;
  expect(right / linked.length).toBeGreaterThan(0.97);
  expect(right / real).toBeGreaterThan(0.95);
  expect(Math.abs(result.expected.precision - right / linked.length)).toBeLessThan(0.05);
});
