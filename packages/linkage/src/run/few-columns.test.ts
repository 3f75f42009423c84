import { expect, test } from 'vitest';
import { toyAssembly } from '../testing/toy-assembly.ts';
import { runToy } from '../testing/toy-run.ts';
import { toyWorld } from '../testing/toy-world.ts';

// A plan is surveyed from some hundred rows on: there it asks what near-certain pairs agree on, and with few columns hardly any pair is near-certain.
test.each(['name birth phone', 'name birth', 'phone'])('rows of few columns are found too: %s', async (listed) => {
  const columns = listed.split(' ');
  const rows = toyWorld(5, 400);
  const assembly = toyAssembly(
    columns.map((column) => [column, 'similarity'] as const),
    columns,
  );
  const { pairs, result } = await runToy(rows, assembly);
  const person = new Map(rows.map((row) => [row.id, row.person]));
  const links = pairs.filter(({ probability }) => probability >= result.threshold);
  const right = links.filter(({ a, b }) => person.get(a) === person.get(b)).length;
  const sizes = [...Map.groupBy(rows, (row) => row.person).values()].map((list) => list.length);
  const real = sizes.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  expect(right / links.length).toBeGreaterThan(0.9);
  expect(right / real).toBeGreaterThan(0.5);
});
