export { agglomerate } from './agglomerate.ts';
export { missingAmong, missingPairs } from './closure.ts';
export { componentsOf } from './components.ts';
export { groupEdges } from './grouped-edges.ts';
export { matchOneToOne } from './one-to-one.ts';
export { type Clustering, clusterPairs, divideComponents } from './repair.ts';
export { revise } from './transitive.ts';
export { UnionFind } from './union-find.ts';
