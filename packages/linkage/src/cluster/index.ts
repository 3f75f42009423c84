export { agglomerate } from './agglomerate.ts';
export { missingPairs } from './closure.ts';
export { type Components, componentsOf } from './components.ts';
export { matchOneToOne } from './one-to-one.ts';
export { type ClusterInput, type Clustering, clusterPairs } from './repair.ts';
export { revise } from './transitive.ts';
export { UnionFind } from './union-find.ts';
