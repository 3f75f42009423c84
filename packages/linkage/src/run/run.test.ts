import { describe, expect, test } from 'vitest';
import { probabilityAt } from '../model/calibration.ts';
import { scoreBound } from '../reference/score-bound.ts';
import { toyAssembly } from '../testing/toy-assembly.ts';
import { runToy, type ToyOutcome } from '../testing/toy-run.ts';
import { shuffled, toyWorld } from '../testing/toy-world.ts';

const COLUMNS = [
  ['name', 'similarity'],
  ['birth', 'edits'],
  ['town', 'similarity'],
  ['phone', 'edits'],
] as const;
const assembly = toyAssembly(COLUMNS, ['phone', 'name'], [['birth', 'town']]);

function sameAnswer(a: ToyOutcome, b: ToyOutcome): void {
  expect(b.clusters).toEqual(a.clusters);
  expect(b.result.threshold).toBe(a.result.threshold);
  expect(b.pairs.map((p) => `${p.a} ${p.b}`)).toEqual(a.pairs.map((p) => `${p.a} ${p.b}`));
  for (const [i, pair] of a.pairs.entries()) expect(b.pairs[i]!.weight).toBeCloseTo(pair.weight, 9);
}

describe('a run', () => {
  const rows = toyWorld(3, 250);

  test('finds the planted duplicates and expects about the precision it has', async () => {
    const { clusters, pairs, result } = await runToy(rows, assembly);
    const person = new Map(rows.map((row) => [row.id, row.person]));
    const linked = pairs.filter((pair) => pair.probability >= result.threshold);
    const right = linked.filter((pair) => person.get(pair.a) === person.get(pair.b)).length;
    const truth = [...Map.groupBy(rows, (row) => row.person).values()].reduce(
      (sum, list) => sum + (list.length * (list.length - 1)) / 2,
      0,
    );
    expect((2 * right) / (linked.length + truth)).toBeGreaterThan(0.93);
    expect(Math.abs(right / linked.length - result.expected.precision)).toBeLessThan(0.03);
    const clusterOf = new Map(clusters.flatMap((members, c) => members.map((id) => [id, c])));
    for (const pair of pairs) expect(pair.probability >= result.threshold).toBe(clusterOf.get(pair.a) === clusterOf.get(pair.b));
    expect(clusters.flat().toSorted()).toEqual(rows.map((row) => row.id).toSorted());
  });

  test('gives every pair the weight of the reference', async () => {
    const { pairs, model } = await runToy(rows, assembly);
    const byId = new Map(rows.map((row) => [row.id, row]));
    expect(pairs.length).toBeGreaterThan(200);
    for (const pair of pairs) {
      const score = scoreBound(model, byId.get(pair.a)!, byId.get(pair.b)!);
      expect(pair.weight).toBeCloseTo(score.weight, 9);
      expect(probabilityAt(model.model.calibration, pair.weight)).toBeCloseTo(score.probability, 9);
    }
  });

  test('does not depend on the order of rows or the number of threads', async () => {
    const first = await runToy(rows, assembly);
    sameAnswer(first, await runToy(shuffled(rows, 8), assembly, {}, 2));
    sameAnswer(first, await runToy(shuffled(rows, 9), assembly));
  });

  test('is not changed by a column without values', async () => {
    const wider = toyAssembly([...COLUMNS, ['nothing', 'similarity']], ['phone', 'name', 'nothing'], [['birth', 'town']]);
    const answer = await runToy(rows, wider);
    sameAnswer(await runToy(rows, assembly), answer);
    expect(answer.result.warnings.map((w) => w.code)).toContain('empty-column');
  });

  test('wholly in SQL gives the same', async () => {
    sameAnswer(await runToy(rows, assembly), await runToy(rows, assembly, { allInSql: true }));
  });

  test('with a model given, does not train and scores the same', async () => {
    const first = await runToy(rows, assembly);
    sameAnswer(first, await runToy(rows, assembly, { model: first.result.model }));
  });

  test('counts interactions alike in process, in SQL, in clusters of clusters and in the reference', async () => {
    const { model } = (await runToy(rows, assembly)).result;
    const words = { zh: 'x', en: 'x' };
    const when = [
      { comparison: 'name', levels: ['same', 'near'] },
      { comparison: 'birth', levels: ['same'] },
    ];
    const related = { share: 0.01, bits: model.comparisons.map(({ levels }) => levels.map((_, i) => (i === 0 ? 0 : 4 - 2 * i))) };
    const given = { ...model, related, interactions: [{ id: 'x', label: words, when, bits: -3 }] };
    const here = await runToy(rows, assembly, { model: given });
    sameAnswer(here, await runToy(rows, assembly, { model: given, allInSql: true }));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const scores = here.pairs.map((pair) => scoreBound(here.model, byId.get(pair.a)!, byId.get(pair.b)!));
    for (const [i, pair] of here.pairs.entries()) expect(pair.weight).toBeCloseTo(scores[i]!.weight, 9);
    expect(scores.filter((score) => score.interactionBits === -3).length).toBeGreaterThan(50);
  });

  test('links two tables without pairing rows of one table', async () => {
    const { pairs } = await runToy(rows, assembly, { mode: 'link' });
    const source = new Map(rows.map((row) => [row.id, row.source]));
    expect(pairs.length).toBeGreaterThan(50);
    for (const pair of pairs.slice(0, 500)) expect(new Set([source.get(pair.a), source.get(pair.b)])).toEqual(new Set(['left', 'right']));
  });

  test('one-to-one links a record to one other at most', async () => {
    const { clusters } = await runToy(rows, assembly, { mode: 'link', oneToOne: true });
    expect(Math.max(...clusters.map((members) => members.length))).toBe(2);
  });

  test('one-per-source never puts two records of a source together', async () => {
    const { clusters } = await runToy(rows, assembly, { onePerSource: true });
    const source = new Map(rows.map((row) => [row.id, row.source]));
    for (const members of clusters) expect(new Set(members.map((id) => source.get(id))).size).toBe(members.length);
    expect(clusters.some((members) => members.length === 2)).toBe(true);
  });
});

describe('awkward input', () => {
  const blank = (id: string) => ({ id, source: 'x', name: null, birth: null, town: null, phone: null });

  test('no rows, one row, and rows without values give singletons', async () => {
    expect((await runToy([], assembly)).clusters).toEqual([]);
    const one = await runToy([toyWorld(1, 1)[0]!], assembly);
    expect(one.clusters).toEqual([['r0-0']]);
    const empty = await runToy([blank('a'), blank('b'), blank('c')], assembly);
    expect(empty.clusters).toEqual([['a'], ['b'], ['c']]);
    expect(empty.result.warnings.map((w) => w.code)).toContain('no-rules');
  });

  test('rows without an id are matched all the same', async () => {
    const rows = toyWorld(6, 30);
    const { result } = await runToy([...rows, { ...rows[0]!, id: null }], assembly);
    expect(result.records).toBe(rows.length + 1);
    expect(result.warnings.map((w) => w.code)).toContain('missing-id');
  });

  test('repeated ids are kept apart and reported', async () => {
    const rows = toyWorld(5, 40);
    const answer = await runToy([...rows, { ...rows[0]! }], assembly);
    expect(answer.result.records).toBe(rows.length + 1);
    expect(answer.result.warnings.map((w) => w.code)).toContain('duplicate-ids');
  });

  test('a value shared by all is not paired all against all', async () => {
    const rows = toyWorld(7, 900).map((row) => ({ ...row, phone: '0912345678', town: row.town }));
    const { result } = await runToy(rows, assembly, { pairBudget: 20_000 });
    expect(result.pairs).toBeLessThan(20_000);
    expect(result.rules.find((rule) => rule.id === 'phone')?.oversizeBlocks).toBe(1);
  });

  test('very long values, control characters and lone surrogates go through', async () => {
    const odd = ['x'.repeat(1_000_000), 'a\u0000b', 'a\u001fb', '\ud800', '𠮷野'];
    const rows = odd.flatMap((name, i) => [
      { ...blank(`p${i}`), name, phone: `09${i}` },
      { ...blank(`q${i}`), name, phone: `09${i}` },
    ]);
    const { clusters } = await runToy(rows, assembly, { threshold: 0.5 });
    expect(clusters.flat().length).toBe(rows.length);
  });
});
