export { type ClusterOptions, cluster } from './cluster.ts';
export { type DefineOptions, defineModel } from './define-model.ts';
export { type Explanation, explain } from './explain.ts';
export { type Edge, type PredictOptions, predict } from './predict.ts';
export type { RecordOptions } from './records.ts';
export { type TrainOptions, train } from './train.ts';
