import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import { expect, test } from 'vitest';
import { componentsOf } from './components.ts';

const world = fc.integer({ min: 1, max: 60 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 90 }),
  }),
);

test('components are those of an independent graph library', () => {
  fc.assert(
    fc.property(world, ({ nodes, edges }) => {
      const graph = new UndirectedGraph();
      for (let node = 0; node < nodes; node++) graph.addNode(String(node));
      for (const [a, b] of edges) graph.mergeEdge(String(a), String(b));
      const theirs = connectedComponents(graph)
        .filter((members) => members.length > 1)
        .map((members) => members.map(Number).toSorted((x, y) => x - y))
        .toSorted((x, y) => x[0]! - y[0]!);
      const ours = componentsOf(
        nodes,
        Int32Array.from(edges, ([a]) => a),
        Int32Array.from(edges, ([, b]) => b),
        () => true,
      );
      const lists = Array.from({ length: ours.starts.length - 1 }, (_, c) => [
        ...ours.members.subarray(ours.starts[c], ours.starts[c + 1]),
      ]);
      expect(lists.toSorted((x, y) => x[0]! - y[0]!)).toEqual(theirs);
    }),
  );
});

test('pairs that are not linked join nothing', () => {
  const { starts } = componentsOf(3, Int32Array.of(0, 1), Int32Array.of(1, 2), (edge) => edge === 0);
  expect([...starts]).toEqual([0, 2]);
});
